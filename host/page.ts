import type { ExcelHost } from './excel-host';

/**
 * Connects a host in a web page to the add-in's page in a frame, as Excel on the web does; the
 * frame is sent to the add-in's page once the two can hear each other. The host's `origin` must be
 * that of this page, and its host name that of the add-in, or office.js does not trust it.
 * @param page the add-in's page on its origin, '/taskpane.html' by default
 * @returns a function that takes the two apart
 */
export function connect(
  iframe: HTMLIFrameElement,
  host: ExcelHost,
  addinOrigin: string,
  page = '/taskpane.html',
): () => void {
  const listen = (event: MessageEvent) => {
    if (event.source === iframe.contentWindow && event.origin === addinOrigin) {
      host.receive(event.data as string);
    }
  };
  window.addEventListener('message', listen);
  host.post = (message) => iframe.contentWindow?.postMessage(message, addinOrigin);
  iframe.src = host.addressOf(addinOrigin + page);
  return () => {
    window.removeEventListener('message', listen);
    host.post = () => {};
  };
}
