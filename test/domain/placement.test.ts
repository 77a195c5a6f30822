import * as fc from 'fast-check';
import {
  careHasEnded,
  placementGroupOf,
  placementGroups,
  provisionOf,
  type PlacementGroup,
} from '../../src/domain/placement';

describe('placementGroupOf an SSDA903 code', () => {
  it.each<[string, string, PlacementGroup]>([
    ['U1', 'PR1', 'Kinship fostering'],
    ['U3', 'PR4', 'Kinship fostering'],
    ['U4', 'PR1', 'In-house fostering'],
    ['u5', 'pr4', 'IFA'],
    ['U6', 'PR2', 'External foster care'],
    ['U6', 'PR5', 'External foster care'],
    ['U6', '', 'Foster care'],
    ['K1', 'PR2', 'Secure'],
    ['K2', 'PR1', "Internal children's home"],
    ['K2', 'PR4', 'Residential'],
    ['K2', '', 'Residential'],
    ['K2 PR1', '', "Internal children's home"],
    ["K2 - Children's home (PR4)", 'Own provision', 'Residential'],
    ['K3', 'PR4', 'Supported accommodation'],
    ['H5', '', 'Supported accommodation'],
    ['P1', 'PR0', 'Placed with parents'],
    ['P2', '', 'Independent living'],
    ['R2', '', 'Hospital or nursing'],
    ['R3', '', 'Parent and child'],
    ['R5', '', 'Custody'],
    ['S1', '', 'Residential school'],
    ['T0', '', 'Temporary'],
    ['Z1', '', 'Other'],
    ['A3', '', 'Placed for adoption'],
    ['E4A', '', 'Left care'],
    ['E45', '', 'Left care'],
  ])('%s with provider "%s" is %s', (code, provider, group) => {
    expect(placementGroupOf(code, provider)).toBe(group);
  });

  it('knows no other code', () => {
    for (const code of ['U7', 'K9', 'X1', 'Q1', 'E99']) {
      expect(placementGroupOf(code)).toBeUndefined();
    }
  });
});

describe('placementGroupOf an officer\u2019s words', () => {
  it.each<[PlacementGroup, string[]]>([
    [
      'In-house fostering',
      [
        'In-house fostering',
        'inhouse foster',
        'LCC foster carers',
        'In house',
        'Internal fostering',
        'Foster - in house',
      ],
    ],
    [
      'IFA',
      [
        'IFA',
        'ifa',
        'Fostering (IFA)',
        'Agency foster care',
        'Independent fostering agency',
        'Foster - IFA',
      ],
    ],
    ['External foster care', ['External foster care', 'Ext fostering', 'External carers']],
    [
      'Kinship fostering',
      ['Kinship foster care', 'Connected persons', 'Family & friends foster', 'Reg 24'],
    ],
    ['Foster care', ['Foster care', 'FC', 'Long-term fostering']],
    [
      "Internal children's home",
      ["Internal children's home", 'LCC home', 'LCC children\u2019s home', 'Internal residential'],
    ],
    [
      'Residential',
      [
        'Residential',
        'Resi',
        'RES',
        "Children's hm",
        'Childrens Home (4 bed)',
        "External children's home",
        'Residential home',
        'EBD home',
        'Resi + 1:1 days',
      ],
    ],
    [
      'Specialist residential',
      [
        'Specialist residential',
        'Therapeutic resi',
        'Specialist autism home',
        'Disability residential',
      ],
    ],
    ['Solo residential', ['Solo residential', 'Solo placement', 'solo']],
    ['Residential school', ['Residential school', 'Resi special school']],
    ['Secure', ['Secure', "Secure children's home"]],
    ['Parent and child', ['Mother & baby unit', 'Parent and child placement']],
    [
      'Supported accommodation',
      [
        'Supported accommodation',
        'supported accomodation',
        'Supported accom',
        '16+',
        '16+ semi-independent',
        'Semi-ind',
        'Supported lodgings',
        'Supported living 16+',
        'LCC 16+ unit',
      ],
    ],
    ['Independent living', ['Own flat', 'Own tenancy', 'Independent living', 'B&B']],
    [
      'Placed with parents',
      ['Placed with parents', 'PWP', 'Placement with parent', 'Home on trial'],
    ],
    ['Placed for adoption', ['Placed for adoption']],
    ['Hospital or nursing', ['Hospital', 'Nursing home', 'Eating disorder unit']],
    ['Custody', ['YOI', 'Remand']],
    ['Temporary', ['Respite']],
    ['Other', ['Unregistered']],
    ['Left care', ['Left care', 'Home', 'SGO', 'Turned 18']],
  ])('%s', (group, words) => {
    for (const placement of words) {
      expect([placement, placementGroupOf(placement)]).toEqual([placement, group]);
    }
  });

  it('lets the provider decide what the words leave open, and only that', () => {
    expect(placementGroupOf('Fostering', 'Own provision')).toBe('In-house fostering');
    expect(placementGroupOf('Fostering', 'Private')).toBe('IFA');
    expect(placementGroupOf('Fostering', 'Voluntary')).toBe('External foster care');
    expect(placementGroupOf('Fostering', 'Another local authority')).toBe('External foster care');
    expect(placementGroupOf("Children's home", 'LCC - Bluebell Row')).toBe(
      "Internal children's home",
    );
    expect(placementGroupOf('IFA', 'Own provision')).toBe('IFA');
    expect(placementGroupOf('Home', 'PR0')).toBe('Placed with parents');
  });

  it('guesses nothing', () => {
    for (const unsaid of [
      '',
      '  ',
      'Same',
      'As above',
      'TBC',
      '-',
      '?',
      'Family home',
      '__proto__',
    ]) {
      expect([unsaid, placementGroupOf(unsaid, 'constructor')]).toEqual([unsaid, undefined]);
    }
  });

  it('reads every group\u2019s own name as that group', () => {
    for (const group of placementGroups) {
      expect([group, placementGroupOf(group)]).toEqual([group, group]);
    }
  });

  it('minds neither capitals nor spaces', () => {
    const words = fc.constantFrom(...placementGroups);
    fc.assert(
      fc.property(words, fc.constantFrom(' ', '\u00a0', '  '), (group, space) => {
        const typed = `${space}${group.toUpperCase().replaceAll(' ', space)}${space}`;
        expect(placementGroupOf(typed)).toBe(group);
      }),
    );
  });

  it('gives up on a text of a hundred thousand words in good time', () => {
    const start = performance.now();
    placementGroupOf('the home that was '.repeat(100_000));
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe('provisionOf', () => {
  it.each([
    ['In-house fostering', '', 'In-house'],
    ['IFA', 'Own provision', 'External'],
    ['K2 PR1', '', 'In-house'],
    ['K2', 'PR4', 'External'],
    ['Kinship foster care', 'Own provision', 'In-house'],
    ['Supported accommodation', 'Dunmere Care Ltd', 'External'],
    ['Supported accommodation', 'Another authority', 'External'],
    ['Residential (external)', '', 'External'],
    ['Placed with parents', 'Own provision', 'With parents'],
    ['Supported accommodation', '', undefined],
    ['Residential', 'Rose House', undefined],
  ])('tells %s by %s as %s', (placement, provider, provision) => {
    expect(provisionOf(placement, provider)).toBe(provision);
  });
});

describe('careHasEnded', () => {
  it.each([
    'Left care',
    'Home',
    'at home',
    'Returned home',
    'Home - dad',
    'Home with mum',
    'SGO',
    'SGO granted',
    'Special Guardianship Order',
    'Ended',
    'Ended 12/03/2024',
    'Placement ended',
    'Closed',
    'Case closed',
    'Adopted',
    'Turned 18',
    '18',
    'Staying put',
    'Child arrangements order',
    'No longer looked after',
    'E11',
    'E4A - returned home',
    'E17',
  ])('is so for %j', (placement) => expect(careHasEnded(placement)).toBe(true));

  it.each([
    '',
    'Placed with parents',
    'Placement with parents',
    'P1',
    "Children's home",
    'Nursing home',
    'Residential home',
    'Care home',
    'Family home',
    'LCC home',
    'Home on trial',
    'Home?',
    'SGO application',
    'SGO pending',
    'Awaiting SGO',
    'Planned return home',
    'Turned 18 soon',
    'IFA',
    'Residential (home closed)',
    '16+',
    'Mum\u2019s',
    'Placed for adoption',
    'X1',
    'Same',
  ])('is not so for %j', (placement) => expect(careHasEnded(placement)).toBe(false));

  it('never says so of a placement that is one', () => {
    for (const group of placementGroups.filter((name) => name !== 'Left care')) {
      expect([group, careHasEnded(group)]).toEqual([group, false]);
    }
  });
});
