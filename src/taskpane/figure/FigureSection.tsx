import { Button } from '@fluentui/react-components';
import type { Ref } from 'react';
import { Section } from '../Section';

interface FigureProps {
  openRef: Ref<HTMLButtonElement>;
  onOpen: () => void;
}

/** The way to where a figure comes from. */
export function FigureSection({ openRef, onOpen }: FigureProps) {
  return (
    <Section heading="Where a figure comes from">
      <p>
        Select a figure on one of the add-in’s sheets, or a cell that calls a PLACEMENT function:
        how it was worked out is said in a sentence, and the young people behind it are listed.
      </p>
      <Button ref={openRef} onClick={onOpen}>
        Explain the selected figure
      </Button>
    </Section>
  );
}
