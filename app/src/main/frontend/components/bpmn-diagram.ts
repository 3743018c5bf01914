import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import { html, LitElement, nothing } from 'lit';
import './icons.js';
import { text } from './texts.js';

/** A drawn process, with the steps walked and the step where the case stands. */
class BpmnDiagram extends LitElement {
  static override properties = {
    xml: { attribute: false },
    active: { attribute: false },
    walked: { attribute: false },
    name: { type: String },
    failed: { state: true },
    loading: { state: true },
  };
  declare xml?: string;
  declare active: string[];
  declare walked: string[];
  declare name?: string;
  declare failed: boolean;
  declare loading: boolean;

  private viewer?: any;
  private readonly resized = new ResizeObserver(() => this.fit());

  constructor() {
    super();
    this.active = [];
    this.walked = [];
    this.failed = false;
    this.loading = false;
  }

  /* bpmn-js brings global style sheets and listens on the document, so it lives outside a shadow root. */
  protected override createRenderRoot() {
    return this;
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.resized.disconnect();
    this.viewer?.destroy();
    this.viewer = undefined;
  }

  override connectedCallback() {
    super.connectedCallback();
    if (this.hasUpdated && this.xml) this.draw();
  }

  protected override updated(changed: Map<string, unknown>) {
    if (changed.has('xml')) this.draw();
    else if (changed.has('active') || changed.has('walked')) this.mark();
  }

  private async draw() {
    if (!this.xml) return;
    this.failed = false;
    this.loading = true;
    const canvas = this.querySelector<HTMLElement>('.p-diagram-canvas')!;
    this.viewer ??= new NavigatedViewer({
      container: canvas,
      bpmnRenderer: {
        defaultFillColor: 'var(--p-diagram-fill)',
        defaultStrokeColor: 'var(--p-diagram-stroke)',
        defaultLabelColor: 'var(--p-diagram-label)',
      },
    } as any);
    try {
      await this.viewer.importXML(this.xml);
      this.resized.observe(canvas);
      this.mark();
      this.fit();
    } catch (problem) {
      console.warn('This diagram cannot be drawn', problem);
      this.failed = true;
    }
    this.loading = false;
  }

  private fit() {
    const canvas = this.querySelector<HTMLElement>('.p-diagram-canvas');
    if (!this.viewer || !canvas?.clientWidth || !canvas.clientHeight) return;
    const view = this.viewer.get('canvas');
    view.resized();
    view.zoom('fit-viewport', 'auto');
    if (view.zoom() > 1.25) view.zoom(1.25, 'auto');
  }

  /** Flows are lit when the server names them, or when both of their ends were reached. */
  private mark() {
    if (!this.viewer) return;
    const canvas = this.viewer.get('canvas');
    const elements = this.viewer.get('elementRegistry').filter((element: any) => element.parent);
    const reached = new Set([...this.walked, ...this.active]);
    const flowsNamed = elements.some((element: any) => element.waypoints && reached.has(element.id));
    for (const element of elements) {
      const ends = element.waypoints && reached.has(element.source?.id) && reached.has(element.target?.id);
      const isWalked = reached.has(element.id) || (!flowsNamed && ends);
      this.toggle(canvas, element, 'p-walked', isWalked && !this.active.includes(element.id));
      this.toggle(canvas, element, 'p-active', this.active.includes(element.id));
    }
  }

  private toggle(canvas: any, element: any, marker: string, wanted: boolean) {
    if (wanted) canvas.addMarker(element, marker);
    else canvas.removeMarker(element, marker);
  }

  private zoom(step: number) {
    this.viewer?.get('zoomScroll').stepZoom(step);
  }

  private onKey(event: KeyboardEvent) {
    const pan: Record<string, [number, number]> = {
      ArrowLeft: [40, 0],
      ArrowRight: [-40, 0],
      ArrowUp: [0, 40],
      ArrowDown: [0, -40],
    };
    if (event.key === '+' || event.key === '=') this.zoom(1);
    else if (event.key === '-') this.zoom(-1);
    else if (event.key === '0') this.fit();
    else if (pan[event.key]) this.viewer?.get('canvas').scroll({ dx: pan[event.key][0], dy: pan[event.key][1] });
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  override render() {
    return html`
      <div
        class="p-diagram-canvas"
        role="group"
        tabindex="0"
        aria-label=${text('diagram.label', this.name ?? '')}
        aria-busy=${this.loading}
        ?hidden=${this.failed}
        @keydown=${this.onKey}
      ></div>
      ${this.failed
        ? html`<div class="p-diagram-error" role="alert">
            <vaadin-icon icon="p:triangle-alert"></vaadin-icon>
            <p>${text('diagram.failed')}</p>
            <vaadin-button @click=${() => this.draw()}>${text('diagram.retry')}</vaadin-button>
          </div>`
        : nothing}
      <div class="p-diagram-zoom" role="group" aria-label=${text('diagram.zoom')} ?hidden=${this.failed}>
        ${this.button('zoom-in', 'diagram.in', () => this.zoom(1))}
        ${this.button('zoom-out', 'diagram.out', () => this.zoom(-1))}
        ${this.button('maximize', 'diagram.fit', () => this.fit())}
      </div>
    `;
  }

  private button(icon: string, key: string, press: () => void) {
    return html`<button type="button" title=${text(key)} aria-label=${text(key)} @click=${press}>
      <vaadin-icon icon="p:${icon}"></vaadin-icon>
    </button>`;
  }
}

customElements.define('parcours-bpmn-diagram', BpmnDiagram);
