import { Button } from '@fluentui/react-components';
import type { Ref } from 'react';
import { Section } from '../Section';

interface PublishProps {
  openRef: Ref<HTMLButtonElement>;
  onOpen: () => void;
}

/** The way to the copy that goes to a committee and to the web. */
export function PublishSection({ openRef, onOpen }: PublishProps) {
  return (
    <Section heading="The copy to publish">
      <p>
        A workbook or a Word document of its own, without anything that would tell of single young
        people: small counts are hidden, and what names a young person stays here.
      </p>
      <Button ref={openRef} onClick={onOpen}>
        Prepare the copy
      </Button>
    </Section>
  );
}
