import { Component, type ReactNode } from 'react';

/** Stands in for a pane that broke: a sentence and a way on, in plain HTML that cannot break too. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <main className="screens">
        <h1 className="title">Placement costs</h1>
        <p role="alert">
          The pane came to a stop. Your workbook is untouched by this: reload the pane to go on.
        </p>
        <button type="button" className="plain-button" onClick={() => window.location.reload()}>
          Reload
        </button>
      </main>
    );
  }
}
