/* Parts that bring no types along. */
declare module 'dmn-js/lib/NavigatedViewer';
declare module 'flatpickr/dist/esm/l10n/fr.js';
