/** Lines to begin with, on whatever page: what script may read, what it may send, what it may keep. */
export const consoleExamples = [
  'document.cookie',
  "(await fetch('/')).status",
  "localStorage.setItem('theme', 'dark'); localStorage",
] as const;
