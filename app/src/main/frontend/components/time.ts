import { html, LitElement, nothing } from 'lit';
import { language, text } from './texts.js';

/* Times as people say them. Told in the browser, because only it knows the person's clock and zone, and because a time
   that is "5 min ago" must grow older on a screen that stays open. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const startOfDay = (at: Date) => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
const format = (at: Date, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(language() === 'fr' ? 'fr-FR' : 'en-GB', options).format(at);
const clock = (at: Date) => format(at, { hour: '2-digit', minute: '2-digit' });

export const exact = (at: Date) => format(at, { dateStyle: 'full', timeStyle: 'medium' });

export function relative(at: Date, now = new Date()): string {
  const ahead = at.getTime() - now.getTime();
  const words = new Intl.RelativeTimeFormat(language(), { numeric: 'auto', style: 'short' });
  if (Math.abs(ahead) < 45_000) return text('time.now');
  if (Math.abs(ahead) < HOUR) return words.format(Math.round(ahead / MINUTE), 'minute').replace(/\./g, '');
  const days = Math.round((startOfDay(at) - startOfDay(now)) / DAY);
  if (days === 0) {
    if (Math.abs(ahead) < 6 * HOUR) return words.format(Math.round(ahead / HOUR), 'hour').replace(/\./g, '');
    return clock(at);
  }
  if (Math.abs(days) === 1) return `${words.format(days, 'day')} ${clock(at)}`;
  if (Math.abs(days) < 7) return `${format(at, { weekday: 'short' })} ${clock(at)}`;
  if (at.getFullYear() === now.getFullYear()) return `${format(at, { day: 'numeric', month: 'short' })} ${clock(at)}`;
  return format(at, { day: 'numeric', month: 'short', year: 'numeric' });
}

/** 20 min, 1 h 20, 3 j 4 h. */
export function duration(milliseconds: number): string {
  const minutes = Math.max(1, Math.round(milliseconds / MINUTE));
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return minutes % 60 ? `${hours} h ${String(minutes % 60).padStart(2, '0')}` : `${hours} h`;
  const day = text('time.day');
  return hours % 24 ? `${Math.floor(hours / 24)} ${day} ${hours % 24} h` : `${Math.floor(hours / 24)} ${day}`;
}

const shown = new Set<LitElement>();
setInterval(() => shown.forEach((element) => element.requestUpdate()), 20_000);

abstract class Ticking extends LitElement {
  static override properties = { at: { type: String }, soon: { type: Number } };
  declare at?: string;
  declare soon?: number;

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback() {
    super.connectedCallback();
    shown.add(this);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    shown.delete(this);
  }

  protected get moment(): Date | undefined {
    return this.at ? new Date(this.at) : undefined;
  }
}

/** `<parcours-time at="2026-03-14T10:02:00Z">`: "il y a 5 min", the exact time on hover. */
class RelativeTime extends Ticking {
  override render() {
    const at = this.moment;
    return at ? html`<time datetime=${this.at!} title=${exact(at)}>${relative(at)}</time>` : nothing;
  }
}

/** `<parcours-due at="…" soon="120">`: late, soon (within that many minutes) or fine, each with its icon and word. */
class Due extends Ticking {
  override render() {
    const at = this.moment;
    if (!at) return html`<span class="p-due p-due-none">${text('due.none')}</span>`;
    const left = at.getTime() - Date.now();
    const state = left < 0 ? 'late' : left < (this.soon ?? 120) * MINUTE ? 'soon' : 'fine';
    const icon = { late: 'p:alarm-clock', soon: 'p:hourglass', fine: 'p:clock' }[state];
    const words = state === 'fine' ? relative(at) : text(`due.${state}`, duration(Math.abs(left)));
    return html`<span class="p-due p-due-${state}" title=${text('due.at', exact(at))}>
      <vaadin-icon icon=${icon} aria-hidden="true"></vaadin-icon>${words}</span
    >`;
  }
}

customElements.define('parcours-time', RelativeTime);
customElements.define('parcours-due', Due);
