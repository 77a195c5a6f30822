import '@testing-library/jest-dom';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { goTo } from '../../../src/commands/goTo';
import { keepDecisions } from '../../../src/commands/keepDecisions';
import { decide } from '../../../src/domain/decisions';
import { ledgerOf, type Assessed, type Decision } from '../../../src/domain/ledger';
import type { SignStyle } from '../../../src/reports/plan';
import { ReviewScreen } from '../../../src/taskpane/review/ReviewScreen';
import { useDecisions } from '../../../src/taskpane/review/useDecisions';
import { WorkbookError } from '../../../src/workbook/workbookError';
import { EVIDENCE, FOUR, NOTE, undecided, young } from './reviewExample';

jest.mock('../../../src/commands/keepDecisions', () => ({ keepDecisions: jest.fn() }));
jest.mock('../../../src/commands/goTo', () => ({ goTo: jest.fn() }));

const keep = jest.mocked(keepDecisions);

// Fluent UI takes its time to render in jsdom on a busy machine.
jest.setTimeout(30_000);

beforeEach(() => {
  keep.mockReset().mockResolvedValue(undefined);
  jest.mocked(goTo).mockReset().mockResolvedValue(undefined);
});

interface DeskProps {
  assessed: readonly Assessed[];
  workbook: { decisions: Decision[]; written: Decision[] };
  signs: SignStyle;
  onDone: () => void;
}

/** The review as the pane has it: every decision makes the ledger anew. */
function Desk({ assessed, workbook, signs, onDone }: DeskProps) {
  const decisions = useDecisions(workbook, false);
  const ledger = ledgerOf(assessed, decisions.decisions);
  return <ReviewScreen ledger={ledger} decisions={decisions} signs={signs} onDone={onDone} />;
}

function open(
  assessed: readonly Assessed[] = FOUR,
  decided: Decision[] = [],
  signs: SignStyle = 'minus',
) {
  const onDone = jest.fn();
  const workbook = { decisions: decided, written: decided };
  render(<Desk assessed={assessed} workbook={workbook} signs={signs} onDone={onDone} />);
  return { user: userEvent.setup(), onDone };
}

const list = () => screen.getByRole('listbox', { name: 'Young people' });
const rows = () => within(list()).getAllByRole('option');
const names = () => rows().map((row) => /YP\d+|Row \d+/.exec(row.textContent)?.[0]);
const shown = () => screen.getByRole('article');
const box = () => screen.getByRole('combobox', { name: 'Another reason' });
const said = () => screen.getByRole('status').textContent;
const press = (name: string | RegExp) => screen.getByRole('button', { name });
const filter = (name: RegExp) => screen.getByRole('radio', { name });
const last = () => keep.mock.lastCall![0];
const decisionOf = (key: string) => last().find((decision) => decision.key === key);

describe('the review', () => {
  it('opens on what needs a person, with the focus in the list', () => {
    open();
    expect(filter(/Needs you \(3\)/)).toBeChecked();
    expect(names()).toEqual(['YP005', 'YP006', 'YP008']);
    expect(list()).toHaveFocus();
    expect(shown()).toHaveAccessibleName('YP005');
    expect(shown()).toHaveTextContent('1 of 3');
    expect(said()).toBe('4 young people: 1 settled, 3 need you.');
    expect(document.getElementById(list().getAttribute('aria-activedescendant')!)).toBe(rows()[0]);
  });

  it('opens on everybody where nothing needs a person, with the way out first', async () => {
    const { user, onDone } = open([young(5, { review: false })]);
    expect(filter(/All \(1\)/)).toBeChecked();
    await user.click(press('Done'));
    expect(onDone).toHaveBeenCalled();
  });

  it('shows everybody with what needs a person first', async () => {
    const { user } = open();
    await user.click(filter(/All \(4\)/));
    expect(names()).toEqual(['YP005', 'YP006', 'YP008', 'YP007']);
    expect(shown()).toHaveAccessibleName('YP005');
  });

  it('says what was, what is, the change, the reason and how sure it is', () => {
    open(FOUR, [], 'favourable');
    expect(shown()).toHaveTextContent('Residential · Acorn Care£1,000.00');
    expect(shown()).toHaveTextContent('NowFoster care£700.00');
    expect(shown()).toHaveTextContent('£300.00 favourable');
    expect(shown()).toHaveTextContent('Turned 18Likely, 72%');
    expect(shown()).toHaveTextContent('Cohort 1 · Opportunity 2');
  });

  it('marks the words that decided and those set aside, and numbers them as their lines', () => {
    open();
    const marks = [...shown().querySelectorAll('mark')];
    expect(marks.map((mark) => [mark.textContent, mark.className])).toEqual([
      ['asked for a step down', 'set-aside'],
      ['Turned 18 on 3 May', 'decided'],
    ]);
    expect(marks.map((mark) => mark.nextSibling?.textContent)).toEqual(['3', '1']);
    const lines = within(shown()).getAllByRole('listitem');
    expect(lines.map((line) => line.textContent)).toEqual([
      EVIDENCE[1]!.text,
      EVIDENCE[2]!.text,
      EVIDENCE[0]!.text,
    ]);
    expect(lines[2]!.parentElement).toHaveAttribute('start', '3');
    const words = shown().querySelector('blockquote')!.cloneNode(true) as HTMLElement;
    words.querySelectorAll('sup').forEach((number) => number.remove());
    expect(words.textContent).toBe(NOTE);
  });

  it('goes to the row of the tracker', async () => {
    const { user } = open();
    await user.click(press('Tracker!A5'));
    expect(goTo).toHaveBeenCalledWith('Tracker!A5');
  });

  it('goes back to the pane', async () => {
    const { user, onDone } = open();
    await user.click(press('Back'));
    expect(onDone).toHaveBeenCalled();
  });

  it('leaves those who are no longer in the tracker out', async () => {
    const gone = decide(undecided([young(99)])[0]!, 'Turned 18');
    const { user } = open(FOUR, [gone]);
    await user.click(filter(/All \(4\)/));
    expect(names()).not.toContain('YP099');
  });
});

describe('the keys of the list', () => {
  it('move through it and stop at its ends', async () => {
    const { user } = open();
    await user.keyboard('{ArrowUp}{ArrowDown}{ArrowDown}');
    expect(shown()).toHaveAccessibleName('YP008');
    await user.keyboard('{ArrowDown}');
    expect(shown()).toHaveAccessibleName('YP008');
    expect(rows()[2]).toHaveAttribute('aria-selected', 'true');
    await user.keyboard('{Home}');
    expect(shown()).toHaveAccessibleName('YP005');
    await user.keyboard('{End}');
    expect(shown()).toHaveAccessibleName('YP008');
  });

  it.each(['a', 'A', '{Enter}'])(
    'accept on %s and go on to the next that needs a person',
    async (key) => {
      const { user } = open();
      await user.keyboard(key);
      expect(decisionOf('YP005')).toMatchObject({ reason: 'Turned 18', facts: 'facts of 5' });
      expect(names()).toEqual(['YP006', 'YP008']);
      expect(shown()).toHaveAccessibleName('YP006');
      expect(list()).toHaveFocus();
      expect(said()).toBe('YP005: ‘Turned 18’. 2 need you.');
    },
  );

  it('go round to what was passed over before saying that nothing is left', async () => {
    const { user, onDone } = open();
    await user.keyboard('{End}a');
    expect(shown()).toHaveAccessibleName('YP005');
    await user.keyboard('aa');
    expect(said()).toContain('Nothing is left that needs you.');
    expect(press('Done')).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(onDone).toHaveBeenCalled();
  });

  it('find another reason by a few letters, and Enter takes it', async () => {
    const { user } = open();
    await user.keyboard('sol');
    expect(box()).toHaveFocus();
    expect(box()).toHaveValue('sol');
    const options = within(screen.getByRole('listbox', { name: 'Reasons' })).getAllByRole('option');
    expect(options.map((option) => option.textContent)).toEqual(['To solo placement']);
    expect(box()).toHaveAttribute('aria-activedescendant', options[0]!.id);
    await user.keyboard('{Enter}');
    expect(decisionOf('YP005')).toMatchObject({ reason: 'To solo placement' });
    expect(list()).toHaveFocus();
    expect(box()).toHaveValue('');
  });

  it('leave everything as it is on Escape', async () => {
    const { user } = open();
    await user.keyboard('sol{Escape}');
    expect(list()).toHaveFocus();
    expect(keep).not.toHaveBeenCalled();
    expect(shown()).toHaveAccessibleName('YP005');
  });

  it.each(['u', '{Control>}z{/Control}'])(
    'take decisions back with %s, the last first',
    async (key) => {
      const { user } = open();
      await user.keyboard('ano{Enter}');
      expect(last().map(({ reason }) => reason)).toEqual(['Turned 18', 'No change']);
      await user.keyboard(key);
      expect(said()).toBe('Undone – YP006: ‘No change’.');
      expect(shown()).toHaveAccessibleName('YP006');
      expect(decisionOf('YP006')).toMatchObject({ reason: null });
      await user.keyboard(key);
      expect(shown()).toHaveAccessibleName('YP005');
      expect(names()).toEqual(['YP005', 'YP006', 'YP008']);
      await user.keyboard(key);
      expect(said()).toBe('There is nothing to undo.');
      expect(list()).toHaveFocus();
    },
  );

  it('decide once where a key is held down', async () => {
    const { user } = open();
    await user.keyboard('{a>3/}');
    expect(names()).toEqual(['YP006', 'YP008']);
  });

  it('do nothing while the focus is elsewhere', async () => {
    const { user } = open();
    act(() => press('Back').focus());
    await user.keyboard('aus');
    expect(keep).not.toHaveBeenCalled();
    expect(box()).toHaveValue('');
    await user.type(screen.getByRole('textbox', { name: 'Note of the decision' }), 'a sau');
    expect(keep).not.toHaveBeenCalled();
  });

  it('leave what is pressed with Ctrl or Alt to Excel', async () => {
    const { user } = open();
    await user.keyboard('{Control>}a{/Control}{Alt>}a{/Alt}{Control>}s{/Control}');
    expect(keep).not.toHaveBeenCalled();
    expect(list()).toHaveFocus();
  });

  it('are all said in a line, which describes the list', () => {
    open();
    expect(list()).toHaveAccessibleDescription(
      'Keys in the list: A accept ↑ ↓ move U undo letters another reason',
    );
  });
});

describe('another reason', () => {
  it('is offered in full on the arrow, and moves round', async () => {
    const { user } = open();
    await user.click(box());
    const options = () =>
      within(screen.getByRole('listbox', { name: 'Reasons' })).getAllByRole('option');
    expect(options()).toHaveLength(22);
    await user.keyboard('{ArrowUp}');
    expect(box()).toHaveAttribute('aria-activedescendant', options()[21]!.id);
    await user.keyboard('{ArrowDown}');
    expect(box()).toHaveAttribute('aria-activedescendant', options()[0]!.id);
  });

  it('is taken by the mouse too', async () => {
    const { user } = open();
    await user.type(box(), 'lcc');
    await user.click(screen.getByRole('option', { name: 'From IFA to LCC' }));
    expect(decisionOf('YP005')).toMatchObject({ reason: 'From IFA to in-house' });
    expect(list()).toHaveFocus();
  });

  it('says so where nothing fits, and Enter then decides nothing', async () => {
    const { user } = open();
    await user.type(box(), 'xyz{Enter}');
    expect(screen.getByText('No reason has a word that begins so.')).toBeVisible();
    expect(screen.queryByRole('listbox', { name: 'Reasons' })).not.toBeInTheDocument();
    expect(keep).not.toHaveBeenCalled();
  });

  it('takes nothing where only Enter is pressed in the empty box', async () => {
    const { user } = open();
    act(() => box().focus());
    await user.keyboard('{Enter}');
    expect(keep).not.toHaveBeenCalled();
  });
});

describe('the buttons', () => {
  it('accept what the add-in says, by its name', async () => {
    const { user } = open();
    await user.click(press('Accept ‘Turned 18’'));
    expect(decisionOf('YP005')).toMatchObject({ reason: 'Turned 18' });
    expect(list()).toHaveFocus();
  });

  it('accept all alike: the undecided ones with the same proposal that need a person', async () => {
    const alike = [...FOUR, young(9, { proposed: 'Turned 18', review: false })];
    const { user } = open(alike);
    await user.click(press('Accept all alike (2)'));
    expect(last().map(({ key }) => key)).toEqual(['YP005', 'YP008']);
    expect(said()).toBe('2 young people: ‘Turned 18’. 1 needs you.');
    expect(names()).toEqual(['YP006']);
    await user.click(press('Undo'));
    expect(names()).toEqual(['YP005', 'YP006', 'YP008']);
    expect(list()).toHaveFocus();
    expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
  });

  it('offer nobody alike to one that was decided on earlier facts', async () => {
    const decided = [{ ...decide(undecided()[0]!, 'Turned 18'), facts: 'as they were' }];
    open([...FOUR, young(9, { proposed: 'Turned 18' })], decided);
    expect(shown()).toHaveAccessibleName('YP005');
    expect(screen.queryByRole('button', { name: /alike/ })).not.toBeInTheDocument();
  });

  it('offer no more than accepting where there is nobody alike', async () => {
    const { user } = open();
    await user.keyboard('{ArrowDown}');
    expect(screen.queryByRole('button', { name: /alike/ })).not.toBeInTheDocument();
  });

  it('withdraw a decision: the add-in’s answer counts again, and undo brings it back', async () => {
    const decided = [decide(undecided()[2]!, 'SGO granted', 'Order of 4 June')];
    const { user } = open(FOUR, decided);
    await user.click(filter(/Decided by you \(1\)/));
    expect(shown()).toHaveTextContent(
      'SGO grantedDecided by you. The add-in says: Return home (almost certain, 97%).',
    );
    expect(screen.queryByRole('button', { name: /^Accept/ })).not.toBeInTheDocument();
    await user.click(press('Withdraw decision'));
    expect(decisionOf('YP007')).toMatchObject({ reason: null });
    expect(screen.getByText('You have decided nothing yet.')).toBeVisible();
    expect(press('Done')).toHaveFocus();
    await user.click(press('Undo'));
    expect(decisionOf('YP007')).toEqual(decided[0]);
    expect(filter(/Decided by you \(1\)/)).toBeVisible();
  });

  it('ask about a decision again whose facts have changed, and accept it on the new ones', async () => {
    const decided = [{ ...decide(undecided()[2]!, 'SGO granted'), facts: 'as they were' }];
    const { user } = open(FOUR, decided);
    await user.keyboard('{End}{ArrowUp}');
    expect(shown()).toHaveTextContent(/changed since you decided/);
    await user.click(press('Accept ‘SGO granted’'));
    expect(decisionOf('YP007')).toMatchObject({ reason: 'SGO granted', facts: 'facts of 7' });
    await user.keyboard('u');
    expect(decisionOf('YP007')).toMatchObject({ facts: 'as they were' });
  });
});

describe('the note of the decision', () => {
  const note = () => screen.getByRole('textbox', { name: 'Note of the decision' });

  it('goes with the decision; Enter leads back to the list', async () => {
    const { user } = open();
    await user.type(note(), 'Spoke to the team{Enter}');
    expect(keep).not.toHaveBeenCalled();
    expect(list()).toHaveFocus();
    await user.keyboard('a');
    expect(decisionOf('YP005')).toMatchObject({ note: 'Spoke to the team' });
  });

  it('waits with its young person while others are looked at', async () => {
    const { user } = open();
    await user.type(note(), 'Ask the panel{Enter}');
    await user.keyboard('{ArrowDown}');
    expect(note()).toHaveValue('');
    await user.keyboard('{ArrowUp}');
    expect(note()).toHaveValue('Ask the panel');
  });

  it('changes a decision that stands, and undo brings the old one back', async () => {
    const { user } = open(FOUR, [decide(undecided()[2]!, 'SGO granted', 'Order seen')]);
    await user.click(filter(/Decided/));
    await user.clear(note());
    await user.type(note(), 'Order of 4 June{Enter}');
    expect(decisionOf('YP007')).toMatchObject({ reason: 'SGO granted', note: 'Order of 4 June' });
    await user.keyboard('u');
    expect(note()).toHaveValue('Order seen');
  });
});

describe('what is kept', () => {
  it('is said to be missing where the workbook could not take it, and counts all the same', async () => {
    keep.mockRejectedValueOnce(new WorkbookError('Excel is busy.'));
    const { user } = open();
    await user.keyboard('a');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /could not be kept in the workbook\. Excel is busy\./,
    );
    expect(names()).toEqual(['YP006', 'YP008']);
    await user.keyboard('a');
    await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument());
    expect(last()).toHaveLength(2);
  });
});

describe('a long list', () => {
  const many = Array.from({ length: 2000 }, (_, index) => young(index + 1));

  it('draws the rows about those in sight, and always the one that is shown', async () => {
    const { user } = open(many);
    expect(rows().length).toBeLessThan(30);
    await user.keyboard('{End}');
    expect(shown()).toHaveAccessibleName('YP2000');
    const active = document.getElementById(list().getAttribute('aria-activedescendant')!);
    expect(active).toHaveTextContent('YP2000');
    expect(active).toHaveAttribute('aria-posinset', '2000');
    expect(active).toHaveAttribute('aria-setsize', '2000');
  });

  it('accepts them all in one step', async () => {
    const { user } = open(many);
    await user.click(press('Accept all alike (2000)'));
    expect(filter(/Needs you \(0\)/)).toBeVisible();
    await user.click(press('Undo'));
    expect(filter(/Needs you \(2,000\)/)).toBeVisible();
  });
});
