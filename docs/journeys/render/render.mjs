// Draws every journey with bpmn-js, as docs/journeys/<process id>.svg and .png, after checking that the drawing can be read.

import { access, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const here = dirname(fileURLToPath(import.meta.url));
const models = join(here, '../../../processes/src/main/resources/bpmn');
const pictures = join(here, '..');
const viewer = join(here, 'node_modules/bpmn-js/dist');

const PICTURE_WIDTH = 1920;
const MARGIN = 20;
const WATERMARK_HEIGHT = 40;

// one size above the library's own, so that a large journey can be read on a page
const TEXT = { defaultStyle: { fontSize: 13 }, externalStyle: { fontSize: 12 } };

const browserPath = await findBrowser();
const profile = await mkdtemp(join(tmpdir(), 'journey-pictures-'));
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: browserPath,
  headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
});
try {
  const names = (await readdir(models)).filter((name) => name.endsWith('.bpmn')).sort();
  const listed = await readFile(join(pictures, 'README.md'), 'utf8');
  for (const name of names) {
    const id = basename(name, '.bpmn');
    if (!listed.includes(`${id}.svg`)) {
      complain(id, [`docs/journeys/README.md does not show ${id}.svg`]);
    }
    await draw(id, await readFile(join(models, name), 'utf8'));
  }
} finally {
  await browser.close();
  await rm(profile, { recursive: true, force: true });
}

async function draw(id, xml) {
  const page = await browser.newPage();
  await page.setContent('<!doctype html><style>body { margin: 0; background: #fff }</style><div id="canvas"></div>');
  for (const css of ['diagram-js.css', 'bpmn-js.css']) {
    await page.addStyleTag({ path: join(viewer, 'assets', css) });
  }
  await page.addScriptTag({ path: join(viewer, 'bpmn-viewer.production.min.js') });
  await page.addScriptTag({ path: join(here, 'readability.js') });

  const { warnings, findings, remarks, svg, box } = await page.evaluate(async ([source, textRenderer]) => {
    const bpmn = new BpmnJS({ container: '#canvas', width: 2000, height: 1200, textRenderer });
    window.bpmn = bpmn;
    const imported = await bpmn.importXML(source);
    const box = bpmn.get('canvas').getActiveLayer().getBBox();
    return {
      warnings: imported.warnings.map((warning) => warning.message),
      ...readability(bpmn),
      svg: (await bpmn.saveSVG()).svg,
      box: { x: box.x, y: box.y, width: box.width, height: box.height },
    };
  }, [xml, TEXT]);
  complain(id, [...warnings, ...findings]);

  await writeFile(join(pictures, `${id}.svg`), tidy(svg));
  const png = await photograph(page, box, join(pictures, `${id}.png`));
  console.log(`${id}: drawn, ${png}${remarks.map((remark) => `; ${remark}`).join('')}`);
  await page.close();
}

function complain(id, findings) {
  findings.forEach((finding) => console.error(`${id}: ${finding}`));
  if (findings.length > 0) {
    process.exitCode = 1;
  }
}

// The library invents new marker ids at each run, which would make every picture look changed; and a page with a dark
// background needs a light sheet under the black lines.
function tidy(svg) {
  const numbers = new Map();
  const numbered = svg.replace(/(id="|url\(['"]?#)(marker-[0-9a-z]+)/g, (_, before, id) => {
    numbers.has(id) || numbers.set(id, numbers.size + 1);
    return `${before}marker-${numbers.get(id)}`;
  });
  const [, x, y, width, height] = numbered.match(/viewBox="([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+)"/);
  return numbered.replace(/(<svg [^>]*>)/, `$1<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#fff"/>`);
}

async function photograph(page, box, path) {
  const scale = Math.min(1, (PICTURE_WIDTH - 2 * MARGIN) / box.width);
  const width = Math.ceil(box.width * scale) + 2 * MARGIN;
  const height = Math.ceil(box.height * scale) + 2 * MARGIN + WATERMARK_HEIGHT;
  await page.setViewportSize({ width, height });
  await page.evaluate(([box, scale, margin, width, height]) => {
    const container = document.querySelector('.bjs-container');
    Object.assign(container.style, { width: `${width}px`, height: `${height}px` });
    const canvas = bpmn.get('canvas');
    canvas.resized();
    const [x, y] = [box.x - margin / scale, box.y - margin / scale];
    canvas.viewbox({ x, y, width: width / scale, height: height / scale });
  }, [box, scale, MARGIN, width, height]);
  await page.screenshot({ path });
  return `${width} x ${height}`;
}

async function findBrowser() {
  const candidates = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  for (const candidate of candidates.filter(Boolean)) {
    if (await access(candidate).then(() => true, () => false)) {
      return candidate;
    }
  }
  console.error('No Chromium found: install the package "chromium", or set CHROMIUM to the path of a Chromium or Chrome.');
  process.exit(1);
}
