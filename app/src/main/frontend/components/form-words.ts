import { language, text } from './texts.js';

/* form-js speaks English only and offers no dictionary: its fixed phrases are replaced here, by pattern for what its
   validator says and in the page for what it draws. */

const messages: [RegExp, string][] = [
  [/^Field is required\.$/, 'form.required'],
  [/^Field must have minimum value of (.+)\.$/, 'form.min'],
  [/^Field must have maximum value of (.+)\.$/, 'form.max'],
  [/^Field must have minimum length of (.+)\.$/, 'form.minLength'],
  [/^Field must have maximum length of (.+)\.$/, 'form.maxLength'],
  [/^Field must match pattern (.+)\.$/, 'form.pattern'],
  [/^Field must be a valid {1,2}international phone number/, 'form.phone'],
  [/^Field must be a valid email\.$/, 'form.email'],
  [/^Value is not a number\.$/, 'form.number'],
  [/^Value is expected to be an integer\.$/, 'form.integer'],
  [/^Value is expected to have at most (\d+) decimal/, 'form.decimals'],
  [/^Please select a valid value, the two nearest valid values are (.+) and (.+)\.$/, 'form.step'],
  [/^Date and time must both be entered\.$/, 'form.dateAndTime'],
];

export function translateMessage(message: string): string {
  for (const [pattern, key] of messages) {
    const match = pattern.exec(message);
    if (match) return text(key, ...match.slice(1));
  }
  return message;
}

const phrases: Record<string, string> = {
  Select: 'form.select',
  Search: 'form.search',
  'No results': 'form.noResults',
  'All values selected': 'form.allSelected',
  'Nothing to show.': 'form.nothing',
  'No content to show.': 'form.nothing',
  'Date and time must both be entered.': 'form.dateAndTime',
  Increment: 'form.increment',
  Decrement: 'form.decrement',
  'Previous page': 'form.previous',
  'Next page': 'form.next',
  Browse: 'form.browse',
  'No files selected': 'form.noFiles',
};

/* Only where form-js itself writes: a label or an option of the model that happens to read "Search" stays as it is. */
const places =
  '.fjs-select-placeholder, .fjs-dropdownlist-empty, .fjs-taglist-input, .fjs-select-display, .fjs-form-field-error, ' +
  '.fjs-number-arrow-container, .fjs-table-empty, .fjs-table-nav, .fjs-button, .fjs-filepicker-container, input';

/** The browser's own pattern of a date, in letters that a French reader knows. */
function translateDatePattern(element: Element) {
  const pattern = element.getAttribute('placeholder') ?? '';
  if (/^[dmy]+([^a-z]+[dmy]+)+$/.test(pattern)) {
    element.setAttribute('placeholder', pattern.replace(/d/g, 'j').replace(/y/g, 'a'));
  }
}

function translateWithin(root: Element) {
  for (const place of [root, ...root.querySelectorAll(places)]) {
    if (!place.matches(places)) continue;
    for (const element of [place, ...place.querySelectorAll('*')]) {
      translateDatePattern(element);
      for (const attribute of ['placeholder', 'aria-label']) {
        const key = phrases[element.getAttribute(attribute) ?? ''];
        if (key) element.setAttribute(attribute, text(key));
      }
      for (const node of element.childNodes) {
        const key = node.nodeType === Node.TEXT_NODE ? phrases[node.textContent ?? ''] : undefined;
        if (key) node.textContent = text(key);
      }
    }
  }
}

export function translateForm(container: HTMLElement): MutationObserver | undefined {
  if (language() === 'en') return undefined;
  const observer = new MutationObserver(() => translateWithin(container));
  observer.observe(container, { childList: true, subtree: true, characterData: true });
  return observer;
}
