/*
 * Single-key shortcuts. A page marks the element to press with `data-key="n"`; a letter does nothing while somebody types,
 * Ctrl+Enter always works. Of two elements with the same key the innermost open one wins: a dialog before the page.
 */
const typing = (event: KeyboardEvent) =>
  event.composedPath().some((target) => {
    if (!(target instanceof HTMLElement)) return false;
    return (
      target.isContentEditable ||
      target.matches('input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select, [role=combobox]')
    );
  });

const shown = (element: HTMLElement) => element.getClientRects().length > 0 && !element.hasAttribute('disabled');

function keyOf(event: KeyboardEvent): string | undefined {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return 'ctrl+enter';
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event)) return undefined;
  return event.key.length === 1 ? event.key.toLowerCase() : undefined;
}

/** A field tells the server its value when left: leave it for a moment, so that what was typed last counts too. */
function commitTyping() {
  const field = document.activeElement;
  if (field instanceof HTMLElement && field.matches('input, textarea')) {
    field.blur();
    field.focus();
  }
}

function press(element: HTMLElement) {
  if (element.matches('vaadin-text-field, vaadin-text-area, input, vaadin-combo-box')) element.focus();
  else element.click();
}

document.addEventListener('keydown', (event) => {
  const key = keyOf(event);
  if (!key || event.defaultPrevented) return;
  const marked = [...document.querySelectorAll<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)].filter(shown);
  const dialogOpen = document.querySelector('vaadin-dialog-overlay');
  const inDialog = marked.filter((element) => element.closest('vaadin-dialog-overlay'));
  const target = dialogOpen ? inDialog.at(-1) : marked.at(-1);
  if (!target) return;
  event.preventDefault();
  commitTyping();
  press(target);
});

export {};
