import { createRoot } from 'react-dom/client';
import { ErrorBoundary } from './ErrorBoundary';
import { PlacementCosts } from './PlacementCosts';

/** Puts the pane in the place of the first paint. */
export function showPane(place: HTMLElement): void {
  // React would otherwise write what broke to the console, where cells' contents could show.
  const quiet = () => undefined;
  createRoot(place, { onCaughtError: quiet, onUncaughtError: quiet }).render(
    <ErrorBoundary>
      <PlacementCosts />
    </ErrorBoundary>,
  );
}
