const THEMES = ['system', 'light', 'dark'];

/**
 * Lets the reader choose the page's theme. The pane follows it: a frame is told the colour scheme
 * of the element that holds it.
 */
export function offerThemes(select: HTMLSelectElement): void {
  select.addEventListener('change', () => {
    const theme = THEMES.find((one) => one === select.value) ?? 'system';
    document.documentElement.dataset.theme = theme;
  });
}
