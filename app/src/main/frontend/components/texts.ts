/** The words that elements need in the browser: the bundle's keys under `client.`, put on the page by the server. */
declare global {
  interface Window {
    parcoursTexts?: Record<string, string>;
  }
}

export const language = (): 'fr' | 'en' => (document.documentElement.lang.startsWith('en') ? 'en' : 'fr');

export function text(key: string, ...values: (string | number)[]): string {
  const pattern = window.parcoursTexts?.[key] ?? key;
  return pattern.replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)] ?? ''));
}
