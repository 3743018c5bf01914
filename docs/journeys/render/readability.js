// Runs in the page, on an opened drawing: what covers, cuts or crosses something else there, told by element ids.

function readability(bpmn) {
  const CLEARANCE = 2;
  const TASK_PADDING = 4;
  const registry = bpmn.get('elementRegistry');
  const all = registry.filter((element) => element.parent);
  const flows = all.filter((element) => element.waypoints);
  const labels = all.filter((element) => element.labelTarget);
  const shapes = all.filter((element) => !element.waypoints && !element.labelTarget);
  const findings = [];
  const remarks = [];

  shapes.forEach(nameFits);
  pairs(shapes).forEach(([one, other]) => {
    const related = inside(one, other) || inside(other, one) || one.host === other || other.host === one;
    if (!related && overlap(one, other)) {
      findings.push(`${one.id} and ${other.id} overlap`);
    }
  });
  shapes.filter((shape) => shape.parent.width && !shape.host && !contains(shape.parent, shape))
    .forEach((shape) => findings.push(`${shape.id} leaves ${shape.parent.id}`));

  flows.forEach((flow) => {
    legs(flow).filter(([from, to]) => from.x !== to.x && from.y !== to.y)
      .forEach(() => findings.push(`${flow.id} has a slanting leg`));
    shapes.filter((shape) => shape !== flow.source && shape !== flow.target && !inside(flow, shape))
      .filter((shape) => touches(flow, grown(shape, -1)))
      .forEach((shape) => findings.push(`${flow.id} runs through ${shape.id}`));
  });
  pairs(flows).filter(([one, other]) => meet(one, other))
    .forEach(([one, other]) => remarks.push(`${one.id} and ${other.id} cross or cover each other`));

  const texts = labels.map((label) => ({ id: label.id, label, ...textBox(label) }));
  texts.forEach((text) => {
    const near = grown(text, CLEARANCE);
    flows.filter((flow) => touches(flow, near))
      .forEach((flow) => findings.push(`${text.id} lies on ${flow.id}`));
    flows.filter((flow) => flow.source.businessObject.default === flow.businessObject && overlap(near, defaultMark(flow)))
      .forEach((flow) => findings.push(`${text.id} lies on the default mark of ${flow.id}`));
    shapes.filter((shape) => overlap(near, shape) && !contains(shape, near))
      .forEach((shape) => findings.push(`${text.id} lies on ${shape.id}`));
    shapes.filter((shape) => contains(shape, near) && !inside(text.label, shape))
      .forEach((shape) => findings.push(`${text.id} lies in ${shape.id}`));
  });
  pairs(texts).filter(([one, other]) => overlap(one, other))
    .forEach(([one, other]) => findings.push(`${one.id} and ${other.id} overlap`));
  return { findings, remarks };

  function nameFits(shape) {
    const text = registry.getGraphics(shape).querySelector(':scope > .djs-visual > text');
    const isBox = shape.width >= 100;
    if (text && isBox && !contains(grown(shape, -TASK_PADDING), textBox(shape))) {
      findings.push(`the name of ${shape.id} does not fit`);
    }
  }

  // a label's text may be smaller or larger than the bounds the model gives it
  function textBox(element) {
    const box = registry.getGraphics(element).querySelector(':scope > .djs-visual > text').getBBox();
    return { x: element.x + box.x, y: element.y + box.y, width: box.width, height: box.height };
  }

  function pairs(list) {
    return list.flatMap((one, index) => list.slice(index + 1).map((other) => [one, other]));
  }

  function inside(element, container) {
    const start = element.labelTarget || element;
    for (let parent = start.parent; parent; parent = parent.parent) {
      if (parent === container) {
        return true;
      }
    }
    return false;
  }

  function legs(flow) {
    return flow.waypoints.slice(1).map((to, index) => [flow.waypoints[index], to]);
  }

  function asBox([from, to]) {
    const [x, y] = [Math.min(from.x, to.x), Math.min(from.y, to.y)];
    return { x, y, width: Math.abs(from.x - to.x), height: Math.abs(from.y - to.y) };
  }

  // the slash near the start of a default flow
  function defaultMark(flow) {
    const [from, to] = legs(flow)[0];
    const [x, y] = [from.x + 11 * Math.sign(to.x - from.x), from.y + 11 * Math.sign(to.y - from.y)];
    return { x: x - 6, y: y - 6, width: 12, height: 12 };
  }

  function touches(flow, box) {
    return legs(flow).some((leg) => overlap(asBox(leg), box));
  }

  // two flows into the same element may share their last leg, as one road joins another
  function meet(one, other) {
    if (one.target !== other.target) {
      return legs(one).some((leg) => touches(other, grown(asBox(leg), 1)));
    }
    const crosses = (flow, joined) => legs(flow).slice(0, -1).some((leg) => touches(joined, grown(asBox(leg), -1)));
    return crosses(one, other) || crosses(other, one);
  }

  function grown(box, by) {
    return { x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by };
  }

  function overlap(a, b) {
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
  }

  function contains(outer, box) {
    return outer.x <= box.x && outer.y <= box.y
      && outer.x + outer.width >= box.x + box.width && outer.y + outer.height >= box.y + box.height;
  }
}
