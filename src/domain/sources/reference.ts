const PERSON = /\b(child|childs|children|young person|client|person|service user|case|lac|cla)\b/;
const IDENTIFIER = /\b(ref|refs|reference|id|ids|identifier|pid|ssid|upn|number|code|key)\b/;
const SYSTEM =
  /\b(mosaic|lcs|ll|liquidlogic|paris|icis|carefirst|ics|swift|eclipse|azeus|nhs|unique|system|record|pseudonym)\b/;
const NAME = /\b(names?|surname|forename|initials|pseudonym)\b/;
const NOT_A_PERSON =
  /\b(provider|placement|home|invoice|budget|purchase|order|po|cost|contract|number of|carer|team|worker|panel|sibling|school|postcode)\b/;
/** How well a heading in plain words names the column that says whose row it is. */
export function namesThePerson(h: string): number {
  if (NOT_A_PERSON.test(h)) return /\bpanel\b/.test(h) && IDENTIFIER.test(h) ? 0.4 : 0;
  if (PERSON.test(h) && IDENTIFIER.test(h)) return 1;
  if (/^(ref|refs|reference|id|identifier|pid|ssid|upn)$/.test(h)) return 0.97;
  if (SYSTEM.test(h) && (IDENTIFIER.test(h) || NAME.test(h))) return 0.95;
  if (/\b(ref|reference|id|identifier)\b/.test(h)) return 0.9;
  if (
    NAME.test(h) ||
    /^(child|young person|young people|client|pseudonym|child\/? ?young person)$/.test(h)
  )
    return 0.7;
  return /^(number|row|line)$/.test(h) ? 0.4 : 0;
}
