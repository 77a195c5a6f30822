import { useId, type ReactNode, type Ref } from 'react';

interface SectionProps {
  heading: string;
  /** Given where the heading is to take the focus. */
  headingRef?: Ref<HTMLHeadingElement>;
  children: ReactNode;
}

/** One part of the pane: a landmark named by its heading. */
export function Section({ heading, headingRef, children }: SectionProps) {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <h2
        id={id}
        className="section-heading"
        ref={headingRef}
        tabIndex={headingRef ? -1 : undefined}
      >
        {heading}
      </h2>
      {children}
    </section>
  );
}
