import type { Ref } from 'react';
import { readWords } from '../commands/choices';
import type { IsoDate } from '../domain/reading';
import { longDate } from '../reports/longDate';
import { periodOf, USUAL_TITLE, type Wording } from '../reports/wording';
import { Section } from './Section';
import { TypedChoice } from './TypedChoice';
import { useTyped, type TypedField } from './useTyped';

interface WordingProps {
  wording: Wording;
  /** The date that the figures are given at now. */
  asAt: IsoDate;
  meetingField: TypedField;
  meetingInput: Ref<HTMLInputElement>;
  onWording: (wording: Wording) => void;
}

/** What the appendix is called and whom it is for: entered once, for the cover and every sheet. */
export function WordingSection({ wording, asAt, onWording, ...fields }: WordingProps) {
  const words = (part: 'title' | 'authority' | 'committee' | 'period') => ({
    value: wording[part] ?? '',
    onValue: (value: string | undefined) => onWording({ ...wording, [part]: value }),
  });
  return (
    <Section heading="Wording">
      <p>For the cover and every sheet. What is left empty is left out.</p>
      <div className="fields">
        <Words
          label="Title of the appendix"
          hint={`If empty: ‘${USUAL_TITLE}’.`}
          {...words('title')}
        />
        <Words label="Authority" {...words('authority')} />
        <Words label="Committee" {...words('committee')} />
        <TypedChoice
          label="Date of the meeting"
          hint="Day, month, year."
          stands={
            wording.meeting === undefined
              ? 'No date is given until then.'
              : `The meeting is still that of ${longDate(wording.meeting)}.`
          }
          placeholder="dd/mm/yyyy"
          field={fields.meetingField}
          inputRef={fields.meetingInput}
        />
        <Words label="Period" hint={`If empty: ‘${periodOf(asAt)}’.`} {...words('period')} />
      </div>
    </Section>
  );
}

interface WordsProps {
  label: string;
  hint?: string;
  value: string;
  onValue: (value: string | undefined) => void;
}

/** A box for any words; they count once the box is left. */
function Words({ label, hint, value, onValue }: WordsProps) {
  const field = useTyped(
    value,
    (text) => {
      const words = readWords(text);
      return words === undefined ? { kind: 'blank' } : { kind: 'value', value: words };
    },
    onValue,
  );
  return <TypedChoice label={label} hint={hint} field={field} />;
}
