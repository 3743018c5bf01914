import Viewer from 'dmn-js/lib/NavigatedViewer';
import 'dmn-js/dist/assets/diagram-js.css';
import 'dmn-js/dist/assets/dmn-font/css/dmn.css';
import 'dmn-js/dist/assets/dmn-js-shared.css';
import 'dmn-js/dist/assets/dmn-js-drd.css';
import 'dmn-js/dist/assets/dmn-js-decision-table.css';
import 'dmn-js/dist/assets/dmn-js-literal-expression.css';
import { html, LitElement, nothing } from 'lit';
import { text } from './texts.js';

/* dmn-js asks a dictionary for the few words that it writes itself. */
const WORDS = ['Hit policy:', 'Unique', 'First', 'Collect', 'Any', 'When', 'Then', 'And', 'Annotations', 'Annotation'];
const dictionary = {
  translate: ['value', (words: string) => (WORDS.includes(words) ? text(`dmn.${words.replace(/\W/g, '')}`) : words)],
};

type View = { id: string; type: string; name: string; element: { id: string; name?: string } };

/** The decisions of one model: a tab a decision, its table ready to read. */
class DmnDiagram extends LitElement {
  static override properties = {
    xml: { attribute: false },
    views: { state: true },
    open: { state: true },
    failed: { state: true },
  };
  declare xml?: string;
  declare views: View[];
  declare open?: View;
  declare failed: boolean;

  private viewer?: any;

  constructor() {
    super();
    this.views = [];
    this.failed = false;
  }

  protected override createRenderRoot() {
    return this;
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.viewer?.destroy();
    this.viewer = undefined;
  }

  override connectedCallback() {
    super.connectedCallback();
    if (this.hasUpdated && this.xml) this.draw();
  }

  protected override updated(changed: Map<string, unknown>) {
    if (changed.has('xml')) this.draw();
  }

  private async draw() {
    if (!this.xml) return;
    this.failed = false;
    this.viewer ??= new Viewer({
      container: this.querySelector('.p-dmn-canvas')!,
      decisionTable: { additionalModules: [dictionary] },
    });
    try {
      await this.viewer.importXML(this.xml);
      const views: View[] = this.viewer.getViews();
      const tables = views.filter((view) => view.type !== 'drd');
      this.views = tables.length > 1 ? views : tables.length ? tables : views;
      await this.show(tables[0] ?? views[0]);
    } catch (problem) {
      console.warn('This decision cannot be drawn', problem);
      this.failed = true;
    }
  }

  private async show(view: View) {
    await this.viewer.open(view);
    this.open = view;
    // A wide table scrolls within itself: by keyboard too.
    this.querySelector('.tjs-table-container')?.setAttribute('tabindex', '0');
    if (view.type === 'drd') this.viewer.getActiveViewer().get('canvas').zoom('fit-viewport', 'auto');
  }

  override render() {
    return html`
      ${this.views.length > 1
        ? html`<div class="p-dmn-tabs" role="tablist">
            ${this.views.map(
              (view) =>
                html`<button
                  type="button"
                  role="tab"
                  aria-selected=${this.open?.element.id === view.element.id}
                  @click=${() => this.show(view)}
                >
                  ${view.type === 'drd' ? text('diagram.overview') : (view.element.name ?? view.element.id)}
                </button>`,
            )}
          </div>`
        : nothing}
      <div class="p-dmn-canvas" ?hidden=${this.failed} data-type=${this.open?.type ?? ''}></div>
      ${this.failed
        ? html`<div class="p-diagram-error" role="alert">
            <vaadin-icon icon="p:triangle-alert"></vaadin-icon>
            <p>${text('diagram.failed')}</p>
            <vaadin-button @click=${() => this.draw()}>${text('diagram.retry')}</vaadin-button>
          </div>`
        : nothing}
    `;
  }
}

customElements.define('parcours-dmn-diagram', DmnDiagram);
