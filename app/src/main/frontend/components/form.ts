import { Form } from '@bpmn-io/form-js-viewer';
import '@bpmn-io/form-js-viewer/dist/assets/form-js.css';
import flatpickr from 'flatpickr';
import { French } from 'flatpickr/dist/esm/l10n/fr.js';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import './icons.js';
import { translateForm, translateMessage } from './form-words.js';
import { language, text } from './texts.js';

type Server = { submitted(data: string): Promise<void> };

/** A Camunda Form. What is typed stays typed: the server's objections appear at the fields, nothing is drawn anew. */
class CamundaForm extends LitElement {
  static override properties = {
    schema: { attribute: false },
    data: { attribute: false },
    readonly: { type: Boolean },
    failed: { state: true },
    objections: { state: true },
  };
  declare schema?: object;
  declare data?: object;
  declare readonly: boolean;
  declare failed: boolean;
  declare objections: string[];
  declare $server?: Server;

  private form?: any;
  private busy = false;
  private words?: MutationObserver;

  constructor() {
    super();
    this.readonly = false;
    this.failed = false;
    this.objections = [];
  }

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback() {
    super.connectedCallback();
    if (this.hasUpdated) this.open();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.words?.disconnect();
    this.form?.destroy();
    this.form = undefined;
  }

  protected override updated(changed: PropertyValues) {
    if (changed.has('schema') || changed.has('data')) this.open();
    else if (changed.has('readonly')) this.form?.setProperty('readOnly', this.readonly);
  }

  private async open() {
    if (!this.schema) return;
    if (language() === 'fr') flatpickr.localize(French);
    this.form ??= this.create();
    this.objections = [];
    try {
      await this.form.importSchema(this.schema, this.data ?? {});
      this.form.setProperty('readOnly', this.readonly);
      this.failed = false;
    } catch (problem) {
      console.warn('This form cannot be shown', problem);
      this.failed = true;
    }
  }

  private create() {
    const container = this.querySelector<HTMLElement>('.p-form')!;
    // Without a pause after typing: Ctrl+Enter right after the last letter sends that letter too.
    const form: any = new Form({ container, debounce: false } as any);
    const validator = form.get('validator');
    const check = validator.validateFieldInstance.bind(validator);
    validator.validateFieldInstance = (...given: unknown[]) => check(...given).map(translateMessage);
    form.on('submit', (event: any) => this.send(event));
    this.words = translateForm(container);
    return form;
  }

  /** Called by the page's button, by Ctrl+Enter and by Java. */
  submit() {
    if (!this.readonly && !this.busy) this.form?.submit();
  }

  private async send({ data, errors }: { data: object; errors: object }) {
    if (Object.keys(errors).length) {
      this.focusFirstError();
      return;
    }
    this.busy = true;
    this.objections = [];
    this.toggleAttribute('busy', true);
    try {
      await this.$server?.submitted(JSON.stringify(data));
    } finally {
      this.busy = false;
      this.toggleAttribute('busy', false);
    }
  }

  /** Messages by field key; those of fields that the form does not show stand above it. */
  showErrors(messages: Record<string, string>) {
    const fields = this.form?.get('formFieldRegistry').getAll() ?? [];
    const errors: Record<string, string[]> = {};
    const others: string[] = [];
    for (const [key, message] of Object.entries(messages)) {
      const field = fields.find((each: any) => each.key === key);
      if (field) errors[field.id] = [message];
      else others.push(message);
    }
    this.form?._setState({ errors });
    this.objections = others;
    this.focusFirstError();
  }

  private focusFirstError() {
    requestAnimationFrame(() => {
      const field = this.querySelector<HTMLElement>('.fjs-form-field.fjs-has-errors');
      const input = field?.querySelector<HTMLElement>('input, textarea, select, [tabindex]');
      input?.focus();
      field?.scrollIntoView({ block: 'nearest' });
    });
  }

  private onKey(event: KeyboardEvent) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.stopPropagation();
      this.submit();
    }
  }

  override render() {
    return html`
      ${this.objections.map(
        (message) =>
          html`<div class="p-form-objection" role="alert">
            <vaadin-icon icon="p:circle-alert"></vaadin-icon>${message}
          </div>`,
      )}
      <div class="p-form" lang=${language()} ?hidden=${this.failed} @keydown=${this.onKey}></div>
      ${this.failed ? html`<div class="p-diagram-error" role="alert"><p>${text('form.failed')}</p></div>` : nothing}
    `;
  }
}

customElements.define('parcours-form', CamundaForm);
