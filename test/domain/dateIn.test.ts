import { dateIn } from '../../src/domain/dateIn';

describe('the date in a heading or a name', () => {
  it.each([
    ['Weekly cost 31/12/2023', '2023-12-31'],
    ['weekly cost 30.6.24', '2024-06-30'],
    ['Cost at 2024-06-30', '2024-06-30'],
    ['Tracker 3rd December 2024', '2024-12-03'],
    ['Cost Jun 2024', '2024-06-30'],
    ['Feb-24', '2024-02-29'],
    ["£/wk Sept '24", '2024-09-30'],
    ['Dec24', '2024-12-31'],
    ['Cost Q3 2024/25', '2024-12-31'],
    ['Period 12 24/25', '2025-03-31'],
    ['P9 2024-25', '2024-12-31'],
  ])('of %s is %s', (text, date) => {
    expect(dateIn(text)).toBe(date);
  });

  it.each([
    'Weekly cost',
    'Tracker 24-25',
    'Budget 2024/25',
    'Cohort 1',
    'June',
    'Cost 31/06/2024',
    'Period 13 24/25',
    'Mayfield 24',
  ])('of %s is none', (text) => {
    expect(dateIn(text)).toBeUndefined();
  });
});
