import { Checkbox } from '@fluentui/react-components';
import { useId } from 'react';
import type { Offer } from '../commands/offers';
import type { Terms } from '../reports/terms';
import { Section } from './Section';
import { TypedChoice } from './TypedChoice';
import { useTerm } from './useTerm';

interface ReportsProps {
  offers: readonly Offer[];
  terms: Terms;
  /** The reports that are not wanted, by their ids. */
  onWithout: (without: string[]) => void;
  onTerms: (terms: Terms) => void;
}

/** The reports that the workbook's lists allow, each to be had or not, and what the others need. */
export function ReportsSection({ offers, terms, onWithout, onTerms }: ReportsProps) {
  const made = offers.filter((offer) => offer.made);
  const notMade = offers.filter((offer) => !offer.made);
  const without = offers.filter(({ chosen }) => !chosen).map(({ report }) => report.id);
  return (
    <Section heading="Reports on other lists">
      {made.length === 0 && (
        <p>This workbook has none of the lists that they are made of, beside a tracker.</p>
      )}
      {made.length > 0 && (
        <>
          <ul>
            {made.map(({ report, chosen }) => (
              <li key={report.id}>
                <Checkbox
                  label={report.name}
                  checked={chosen}
                  onChange={(_, { checked }) =>
                    onWithout(
                      checked === true
                        ? without.filter((id) => id !== report.id)
                        : [...without, report.id],
                    )
                  }
                />
              </li>
            ))}
          </ul>
          <TermBoxes terms={terms} onTerms={onTerms} />
        </>
      )}
      {notMade.length > 0 && <Needs offers={notMade} />}
    </Section>
  );
}

/** What no list says and the reports reckon with. */
function TermBoxes({ terms, onTerms }: Pick<ReportsProps, 'terms' | 'onTerms'>) {
  const highCost = useTerm('highCost', terms, onTerms);
  const newFamilies = useTerm('newFamilies', terms, onTerms);
  const uplift = useTerm('uplift', terms, onTerms);
  return (
    <>
      <TypedChoice
        label="High cost is more than, £ a week"
        stands="The amount before still counts."
        field={highCost}
      />
      <TypedChoice
        label="New in-house foster families"
        stands="The number before still counts."
        field={newFamilies}
      />
      <TypedChoice
        label="Uplift from 1 April, per cent"
        stands="The uplift before still counts."
        field={uplift}
      />
    </>
  );
}

/** What a report needs that the workbook has not. */
function Needs({ offers }: { offers: readonly Offer[] }) {
  const title = useId();
  return (
    <details>
      <summary id={title}>
        {offers.length === 1 ? '1 report needs' : `${offers.length} reports need`} what is not in
        this workbook
      </summary>
      <ul className="plan-notes" aria-labelledby={title}>
        {offers.map(({ report }) => (
          <li key={report.id}>{`${report.name} needs ${report.needs}.`}</li>
        ))}
      </ul>
    </details>
  );
}
