import '@testing-library/jest-dom';
import { fireEvent, render, screen, within } from '@testing-library/react';
import { PreviewSection } from '../../src/taskpane/PreviewSection';
import { LIST_REPORTS } from '../../src/reports';
import { summaryOf } from '../reports/plansOf';
import { sampleSheets } from '../sampleWorkbook';

/** What the papers' reports show on the sample: the sheet, and cells of one of its rows. */
const SHOWN: [sheet: string, cells: string[]][] = [
  ['Discharges by route', ['Total', '24', '16', '40']],
  ['High-cost placements by year', ['2023/24', '9', '18.7%']],
  ['Savings by year', ['2024/25', '£2,000,000.00']],
  ['Savings by year', ['Total', '£5,800,000.00']],
  ['Cost avoidance', ['Total', '80', '£1,599,999.36']],
  ['Sufficiency by placement', ['All children', '599']],
  ['Action plan progress', ['Total', '12']],
  ['Children looked after change', ['630', '599', '-4.9%']],
  ['Children looked after change', ['375', '510', '36.0%']],
  ['In-house against IFA', ['£288.46', '£15,000.00']],
  ['Invest to save', ['Total', '£5,952,001.00', '33.5%', '£258,782.65']],
  ['Payback', ['Total', '£5,952,001.00', '£2,500,000.00', '1.58', '2.38']],
  ['Average weekly cost', ['2023/24', '£5,800.00', '20.8%', '21']],
  ['Forecast outturn', ['Total', '£4,885,816.37']],
  ['Trajectory', ['30/06/2024', '+£11,579.17']],
  ['Trajectory', ['03/12/2024', '-£14,724.86']],
];

/** Those that name young people, of whom the pane counts the rows alone. */
const NAMES_CHILDREN = ['Ten dearest placements', 'Need and cost', 'Joint funding by child'];

describe('the previews of reports on other lists', () => {
  beforeEach(async () => {
    const { plans } = summaryOf(await sampleSheets()).summary;
    const folded = plans.filter(({ id }) => LIST_REPORTS.some((report) => report.id === id));
    render(<PreviewSection plans={[]} folded={folded} signs="minus" />);
  });

  const unfold = (sheet: string): HTMLElement => {
    const details = screen.getByText(sheet, { selector: 'summary' }).closest('details')!;
    details.open = true;
    fireEvent(details, new Event('toggle'));
    return details;
  };

  it('make no table before they are unfolded', () => {
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it.each(SHOWN)('show under %s a row with %j', (sheet, cells) => {
    const rows = within(unfold(sheet)).getAllByRole('row');
    const texts = rows.map((row) => [...row.children].map(({ textContent }) => textContent));
    expect(texts.filter((row) => cells.every((cell) => row.includes(cell)))).toHaveLength(1);
  });

  it.each(NAMES_CHILDREN)('show no row of %s', (sheet) => {
    const details = unfold(sheet);
    expect(within(details).queryByRole('table')).not.toBeInTheDocument();
    expect(within(details).getByText(/rows that name young people/)).toBeVisible();
  });
});
