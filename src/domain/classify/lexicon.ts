import type { EventKind } from './events';
import { Phrases } from './phrases';

/**
 * What notes say, event by event, in plain words: lower case, abbreviations in full, no
 * apostrophes, one space between words, marks as words of their own, every date '<date>'. A name
 * in braces stands for the alternatives listed under it; '…' for up to three words between.
 */
const NAMES: Record<string, string> = {
  parent:
    '(?:mums?|mothers?|dads?|dad s|fathers?|parents?|stepdads?|stepmums?|step (?:dad|mum|father|mother)|birth (?:family|parents?|mother|father)|mum and dad|his family|her family|their family|family (?:home|house)|parental)(?! (?:cousins?|sisters?|brothers?|friends?|uncles?|aunt\\w*|side|partner|s cousin))',
  sgo: '(?:sgos?(?: orders?)?|special guardianships?(?: orders?)?|guardianship orders?)',
  order: '(?:(?:full |interim |final )?(?:care )?orders?|f?co|ico|s31|s38|c1|c2)',
  is: '(?:is|are|was|were|s|has been|have been|had been|been|being|got|gets|now|then|since)',
  staff:
    '(?:staff(?:ing)?|support hours|hours|support staff|support workers?|night staff|carer hours|keywork(?:ing)? hours?|support)',
  ratio:
    '(?:[1-4]:1s?|one to one|two to one|1 to 1|2 to 1|3 to 1|double staffing|second (?:staff member|worker|member of staff))',
  night: '(?:waking nights?|sleep ?ins?|sleeping nights?|night (?:staff|worker|cover|waking))',
  price:
    '(?:price|fees?|rates?|costs?|charges?|invoice|package|weekly (?:cost|fee|rate|charge)|placement (?:cost|fee))',
  payer:
    '(?:icb|ccg|chc|nhs|health|continuing (?:health )?care|education|sen|send|schools?|hb|housing benefit|adults?|asc|uc|universal credit)',
  the: '(?:the|a|an|his|her|their|our|this|that|its|another|new|some|own)',
};

/** In words where a clause may go on: none of the marks that end one. */
const GAP = '(?: (?![.,;:()"?>-] )[^ ]+){0,3}?';

const MAY_GAP = '(?:(?![.,;:()"?>-] )[^ ]+ ){0,3}?';

/** A form with its names and gaps written out. */
const writtenOut = (form: string): string =>
  form
    .replace(/\{(\w+)\}/g, (_, name: string) => NAMES[name] ?? fail(name))
    .replaceAll('(?:… )?', MAY_GAP)
    .replaceAll(' … ', `${GAP} `);

function fail(name: string): never {
  throw new Error(`the lexicon has no {${name}}`);
}

const FORMS: Record<EventKind, readonly string[]> = {
  // The end of care ---------------------------------------------------------------------------
  adulthood: [
    '(?:just |has |have )?(?:turned|turns|turning|reached|reaches|hit|attained|became|become|made it to|is now|now|is|since|past) (?:over )?(?:18|18th|adulthood|majority|an adult|legally an adult)(?! (?:months?|weeks?|hours|days?|and|to))',
    'aged out|ag(?:e)?ing out|came of age|coming of age|of age|over 18|18 plus|post 18|age of 18|hes 18|shes 18|18 now|18 today',
    '18 (?:on|in|at|since|this|last) (?:the )?(?:<date>|\\w+)',
    '(?:his|her|their|yps|till his|an) 18th(?: birthday)?|18th birthday|18th (?:was on|fell)|birthday|majority',
    'adult now|now (?:shes|hes|theyre|he is|she is) an adult|as an adult|no longer a child(?! (?:in care|looked))|turned 18',
  ],
  adultFunding: [
    '(?:adults?|adult) (?:services?|social care|team|placement|budget|panel|funding|funded|side|residential|care|ld|learning disabilit(?:y|ies)|commissioning|directorate|transitions?)',
    'asc|shared lives|transition(?:s|ed)? (?:to|into) adult\\w*|transitions? (?:panel|team|worker)|(?:to|by|from|with|over to|across to|paid by|funded by) adults',
    'leaving care (?:team|budget|grant|service|pa|allowance)|care leavers?|leaving care|pathway plan',
    'own tenancy|own council tenancy|took (?:on )?a tenancy|tenancy (?:started|signed|in (?:his|her|their) name)|council flat|own council flat',
    'universities|university|uni (?:accommodation|halls)|halls',
  ],
  stayingPut: [
    'staying put(?: arrangement| allowance| payment| rate)?|stay put|stays put|spa(?: payment)?',
  ],
  wentHome: [
    '(?:returned|returning|returns?|gone|went|goes|going|came|moved|move|moves|got (?:him|her|them)|rehabbed|rehabilitated|discharged|rehab|reunited|restored|been|transitioned|sent|taken|brought|collected|dropped) (?:back |straight )?(?:home|(?:to|in with|with|into|under|back to|back with) (?:live with |be with |live at |the care of |(?:his|her|their|the|both|birth) )*{parent})(?! (?:authority|visits?|contact|la|for (?:tea|contact|the day|weekends?|sunday)|is|was|has))',
    '(?:back|now|is|live|lives|lived|living|resident|residing|resides|settled|stays|staying|been|remains|stayed|home|in|is now|are) (?:back )?(?:home )?(?:at|with|in|under|to) (?:live with |the care of |the home of |(?:his|her|their|the|both|birth|own|natural) )*{parent}(?! (?:authority|and baby|and child|unit))',
    'back (?:home|(?:in|with|at|to) (?:his |her |their |the |birth )*(?:{parent}|family))|home (?:with|to|at) (?:his |her |their |live with )*(?:{parent}|family)|(?<!(?:the|a|this|that|children|care|foster|new|same|our|their|residential|group) )home (?:since|now)|(?:is|now|living|been|are|lives|back|settled) at home|at home (?:with|on|under|since|full)|^at home',
    'reunification (?:achieved|complete[d]?|done|took place|happened|went ahead|successful|has happened|plan completed)|reunified|reunification|reunited|family reunification|rehab home',
    'moved in (?:with|to) (?:his |her |their )*{parent}|in (?:his |her |their )?(?:mums|mothers|dads|fathers|parents) (?:care|house|flat|home)|(?:to|at) (?:his |her |their )?(?:mums|dads|parents|fathers|mothers)|taken (?:him|her|them) home|has (?:him|her|them) back|mum has (?:him|her|them)|dad has (?:him|her|them)|dad took (?:him|her|them)|mum took (?:him|her|them)',
    '(?:mum|mother|dad|father|parents) (?:and baby|and her baby) (?:into|in|moved|came|out|home|to|both|left|gone) (?:her|their|own|of|to|the)? ?(?:own )?(?:flat|home|unit|community|tenancy|together)?',
    'out of the unit together|left the unit together|returned home|return home|gone home|went home|rehabilitated|rehabilitation home|now home|came home|discharged home|sent home|home again|is home|hes home|shes home',
    'lives with (?:his |her |their )?{parent}|(?:taken|took) (?:him |her |them )?in by (?:his |her |their )?{parent}|{parent} (?:… )?(?:took|taking|has taken|have taken|fetched|collected|picked up) (?:him|her|them)(?: in| home| back| up)?|{parent} (?:has |have )?got (?:him|her|them) back|with (?:his |her |their )?(?:birth )?{parent} since|{parent} (?:has |have )?(?:said|agreed|offered|stepped in) (?:… )?(?:have|take|took|care for) (?:him|her|them)|with (?:his |her |their |birth )?{parent} (?:for good|full time|permanently|again|since|from|now|under)|placed (?:back )?with (?:his |her |their |birth )?{parent}|placed (?:at )?home|resides with {parent}|stay with {parent}',
  ],
  careEnded: [
    '(?:(?:accommodation|care) under s20|s20|voluntary (?:agreement|care|accommodation|arrangement)|agreement|accommodation|consent) (?:{is} )*(?:ended|ends|finished|withdrawn|revoked|ceased|discharged|over|closed|stopped|came to an end|terminated)',
    '(?:revoked|withdrew|withdrawn|pulled|withdraws|took back|taken back) (?:her |his |their |the |s20 )*consent|discharged it|(?:looked after|lac|cla|cic) status (?:stopped|ended|ceased|closed|removed)|(?:ended|end|withdrew|withdrawn|ceased|closed|revoked|ending|pulled|with) (?:of )?(?:the |his |her )?(?:s20|voluntary (?:agreement|care|accommodation))(?: agreement| consent| ended| withdrawn)?',
    '{order} (?:… )?(?:discharged|revoked|lapsed|fell away|ended|expired|ceased|came to an end|set aside|not renewed|dropped|removed|gone|lifted|replaced)',
    '(?:discharge[d]?|revoked|revocation|lapse|discharging|ended|ending|dropped|lifted) (?:of )?(?:the |his |her |their |both )?{order}(?: granted| made| agreed)?',
    'proceedings (?:ended|concluded|closed) (?:with|on) (?:a |an )?(?:no order|supervision order|so)|no order(?: made)?|supervision order|on a so|so made|under an? so',
    'no longer (?:a )?(?:looked after|lac|cla|in care|cic|child in care|ours|accommodated|our responsibility)|not (?:looked after|lac|cla|in care)(?: any ?more| any longer)?|isnt (?:looked after|lac|cla)|ceased (?:to be )?(?:looked after|lac|cla|being looked after)|stopped being (?:looked after|lac|cla)|came out of care|out of care|exited care|left care|care ended|ended care|de lacd|delac(?:ced|ed)?|un lacd',
    '(?:cla|lac|care|cic)? ?(?:episode|case|status|period of care|record) (?:{is} )*(?:closed|ended|ceased|finished)|closed to (?:lac|cla|us|social care|csc|cic)|case closed|closed (?:the )?(?:cla |lac |care )?(?:episode|case)|(?:cla|lac|cic) (?:status )?(?:{is} )*(?:ended|ceased|closed)',
    'cin plan|child in need|on a? ?cin|cin (?:support|only|now)|step(?:ped)? down to (?:a )?(?:cin|child in need|early help)|early help|ceased e4[ab]|e4a|e4b|(?:case|now|to|as|just) cin|off (?:lac|cla|our books)|court ended (?:… )?{order}',
    '(?:child )?arrangements? order … {parent}|(?:cao|lives? with order|residence order) (?:… )?(?:to|for|with|in favour of|made to|granted to|in) (?:his |her |their |the |favour of |birth )*{parent}|{parent} (?:… )?(?:got|given|granted|awarded|has|obtained|now has) (?:a |an |the )?(?:cao|child arrangements? order|lives? with order|residence order)',
  ],
  orderInForce: [
    '{order} (?:{is} |remains? |still |stays? |continues? |carries |not yet |not |currently )*(?:in force|in place|in situ|remains?|stays?|continues?|continuing|carries on|carrying on|stands|still|not discharged|undischarged|remaining|extended|live|not been discharged|yet to be discharged|ongoing|unchanged)',
    '(?:subject to|under|on|remains? on|with|still on|still under|still holds?|we still have|hold) (?:an? |the |his |her |full |interim |same |existing |a full |s31 |s38 )*(?:care order|s31 order|interim order|interim care order|ico|fco|co)(?! … (?:discharged|revoked|lapsed|fell|ended|expired|replaced))',
    'order (?:{is} |has )*(?:not|yet to be|still to be|nt|isnt|hasnt been|wasnt|not been|never) (?:been )?(?:discharged|revoked)|order (?:hasnt|isnt|wasnt) (?:been )?discharged|(?:wouldnt|would not|refused to|declined to|wont|not|didnt|did not|hasnt|before|until|without|yet to) (?:be )?discharg(?:e|ed|ing)',
    '{order} (?:runs|run|running|goes|kept|continuing|still) (?:on|running|going|in force|there)|stays? on (?:the |our )?(?:lac|cla|books)(?: list| return)?|(?:cla|lac) status … (?:continues?|stays?|remains?|unchanged)|statutory (?:visits|reviews)(?: … (?:continue|carry on|go on))?|visits continue|cpp regs|still (?:a )?(?:lac|cla|looked after|in care|cic|our child|counts? as|ours|on our books)|still … (?:looked after|lac|cla)|remains? (?:a )?(?:lac|cla|looked after|c1|c2|in our care)|(?:counts|counted) as (?:lac|cla|looked after)',
    'discharge (?:application|hearing|appl)(?! (?:granted|successful|allowed|approved))|reg(?:ulation)?s? ?17|placed with parents? reg\\w*|placement with parents? (?:reg\\w*|agreement|signed)|pwp|pwpr|p with p|placed? with parents?|parental placement|p1|pr0|c1|c2|shared pr|agreement with parents',
    '(?:on|home|as a|a|under) (?:home )?(?:on )?trial|trial (?:period )?(?:at )?home|trial at|home on trial|ico (?:in force|stays|remains|continues)|we (?:still )?share (?:parental responsibility|pr)|baby subject to ico|interim (?:care )?order|ico made|care order made|full care order|we keep the order|keeps? the (?:care )?order',
  ],
  sgo: [
    '{sgo} (?:{is} |has |have )*(?:granted|made|sealed|awarded|given|in place|obtained|signed off|completed|through|finalised|confirmed|came through|went through|in force|secured|approved by (?:the )?(?:court|judge)|done|live|approved at court)',
    '(?:granted|made|given|got|awarded|obtained|secured|issued|sealed|gave|gained|have|approved|ordered|hold|holds|now has|received) (?:… )?{sgo}',
    '(?:his|her|their|the|as|became|become|are now|is now|now|made|appointed|are|were|was|named) (?:… )?(?:special guardians?|legal guardians?|guardians in law)(?! assess\\w*| panel)|special guardians? (?:as of|since|from|now|granted)|guardians? (?:appointed|now)|guardianship (?:granted|made|order|given|awarded|approved|in place|now)',
    'e4[3-8]|section 14 a(?: order)?|(?:sgo|sg|special guardianship) (?:allowance|rate|payment)(?: now| only| in payment| started| being paid)?',
  ],
  sgoNamed: ['{sgo}'],
  sameOrderToo: [
    '(?:his|hers|theirs|this one|this childs?) (?:{is} |has |also )*(?:went through|made|granted|sealed|came through|followed|done)|(?:court|judge) … (?:made|granted) the same|same (?:order )?(?:made|granted) (?:for|to) (?:her|him|them)|order made (?:in their favour|to them|to the carers)|made one (?:for|to) (?:her|him)',
  ],
  // Ways out without a reason here -----------------------------------------------------------
  otherWayOut: [
    '(?:adopted|adoption(?: order| granted| made| finalised| complete\\w*)?(?! (?:leave|team|allowance|panel|support))|placed (?:for adoption|with adopters|with prospective adopters)|placement order|celebration hearing|e11|e12)',
    '(?:custody|custodial|remand(?:ed)?(?: to)?|sentenced|prison|yoi|young offenders?(?: institution)?|jail|imprisoned|secure training centre|stc|convicted|dto|e9)',
    '(?:hospital(?:ised)?|inpatient|in patient|detained|sectioned|mha|tier 4|mental health act|psychiatric|adolescent unit|hospice|(?:the|on|paeds|childrens|children|mental health|hospital|acute) ward)',
    '(?:case |responsibility |care |been |was |fully |now )?transfer(?:red)? (?:of (?:case|responsibility|care) )?to (?:… )?(?:another|other|neighbouring|home|new) (?:la|authority|local authority|council|county|borough)|(?:another|other|neighbouring|new|home) (?:la|authority|local authority|council|borough) (?:… )?(?:taken|took|takes|accepted|assumed|has|have|now|picked|responsible|holds?) (?:… )?(?:over|responsibility|case|full|on)|responsibility (?:{is} |has )*(?:transferred|passed|moved|accepted)|accepted (?:case )?responsibility|case responsibility',
    '(?:child )?arrangements? order|cao|lives? with order|residence order|private (?:law|arrangement|fostering)',
    'assessed (?:as|to be) (?:an |over )?(?:adult|18)|(?:found|deemed|judged) to be (?:an |over )?(?:adult|18)|age (?:assessment|assessed|disputed?)|age assessed|(?:was|is|found|being) over 18 (?:on|when|at)|home office|nasc|e15|merton',
    '(?:moved|emigrated|gone|went|relocated|returned|left|flew|repatriated|living|now|deported) (?:… )?(?:abroad|overseas|out of the (?:uk|country)|(?:… )?(?:to|in) (?:spain|poland|france|ireland|romania|germany|australia|usa|albania|pakistan|india|nigeria|scotland))|(?:in|to) (?:spain|poland|france|ireland|romania|germany|australia|albania|pakistan|india|nigeria|portugal|bulgaria|lithuania|jamaica)|repatriat(?:ed|ion)|e16|left the (?:uk|country)|abroad',
    'died|passed away|deceased|death of (?:the )?(?:child|yp|young person)|e2|missing since|missing for|whereabouts unknown|e3|e8|e13|e41',
  ],
  // Why a placement ended ---------------------------------------------------------------------
  breakdown: [
    '(?:placement |foster placement |it |arrangement |match |there |all |completely |sadly |has |had |then )?(?:broke|broken|breaks|breaking) down|breakdowns?(?! of (?:the |their |all )?(?:charges?|costs?|fees?|invoices?|prices?|hours|amounts?|figures?|uplift))|broke completely|break down',
    'disrupt(?:ed|ion|ing|s)?|disruption meeting',
    'evict(?:ed|ion|s)?|kicked out|thrown out|chucked out|threw (?:him|her|them) out|asked to leave|told to leave|made to leave|barred|excluded from the (?:home|placement|unit)',
    'allegations?(?: made| against| by| re| of| vs| versus)?|safeguarding (?:concerns?|investigation|issue|allegation)|lado',
    'creqb|creqo|alleg',
    'refus(?:ed|es|ing|al) (?:… )?(?:to )?(?:go back|return|going back|stay|live there|returning|continue|remain|be there|re enter|engage with the placement)|(?:wouldnt|wont|would not|will not|didnt want to|not willing to|point blank|didnt|never) (?:… )?(?:go back|return|going back|stay|come back|live there|set foot)|voted with (?:his|her|their) feet',
    'terminated (?:with|on|the|his|her)|placement terminated',
  ],
  cannotGoOn: [
    '(?:couldnt|could not|cant|cannot|can no longer|could no longer|unable to|not able to|wont|would not|felt unable to|no longer able to|didnt feel able to|were not able to|said they cant|struggled to|unwilling to) (?:… )?(?:cope|manage|continue|go on|carry on|keep|meet|look after|care for|have (?:him|her|them)|sustain|hold|do it|take any ?more|contain|safely|do another|foster)',
  ],
  endedAgainstPlan: [
    'emergency (?:move[d]?|placement|placed|residential|basis|carers?|foster\\w*|home|provision|accommodation|transfer|change)|(?:in|as) an emergency|an emergency|crisis move|in crisis|unplanned(?: move| ending| end)?|same day move|overnight move|out of hours|edt',
    'placement (?:… )?(?:collapsed|fell apart|fell through|imploded|failed|ended (?:badly|suddenly|abruptly|early|in crisis|unexpectedly|overnight|without warning|prematurely|in tears)|terminated|lost|unravelled|went wrong|gone wrong|came to an abrupt end|ended with)|collapsed|fell apart|imploded|failed|went wrong|all went wrong|unravelled|hit the buffers|ended (?:badly|suddenly|abruptly|overnight|early by|in crisis|prematurely)|came to a sudden end|abrupt(?:ly)?|irretrievabl[ey]',
    '(?:carers?|provider|home|they|foster (?:mum|dad|parents?|family)|aunt|nan|gran|grandparents|uncle|manager|host|landlord|agency|family|household|couple) (?:… )?(?:ended it|ended (?:the |his |her )?placement|pulled (?:the plug|out)|gave up|called it a day|had enough|walked away|threw in the towel|at the end of their tether|end of (?:their|her|his) tether|rang … (?:collect|come and get|take)|said (?:enough|no more|come and|they couldnt|he had to go|she had to go|cant)|wanted (?:him|her|them) (?:out|gone|moved)|asked (?:for )?(?:him|her|them)? ?(?:to be|to) (?:moved|removed|move|leave|go)|asked (?:us )?(?:to )?(?:move|for (?:him|her) to)|demanded|terminated|would not have|wouldnt have|requested (?:his|her|immediate|removal|that))',
    '(?:asked|told) (?:us )?to (?:move|remove|collect|find somewhere)|come and (?:get|collect|fetch)|(?:removed|moved|left|out|gone|picked up|collected|placed|had to move|had to leave|had to be moved) (?:… )?(?:that (?:evening|night|day)|same (?:day|night|evening)|overnight|at short notice|with no notice|in a hurry|immediately|suddenly|within (?:24|48) hours|at (?:24|48) hours notice|the same (?:day|night)|straight away)|(?:with|at|without) (?:no|any|short) notice|bags (?:were |was )?(?:packed|in the|on the|by the|at the)|do another (?:night|day|week)|locks changed|packed it in|out within \\d+ hours|bed (?:for (?:him|her) )?quick|wearing thin|given all they can|chucked (?:him|her|them) out|kicked (?:him|her|them) out|threw (?:him|her|them) out|put (?:him|her|them) out|taken out of the house|police (?:called|calld|involved|attended)|packed (?:his|her|their) bags|ran away|absconded from placement|assault(?:ed|ing)? (?:on )?(?:the )?(?:carers?|staff|foster \\w+)|attacked (?:the )?(?:carers?|staff)|relationship (?:had )?(?:broke|broken)\\w* ?\\w*|fell out with|falling out|fallen out|fall out|fell out',
    'not sustain(?:able|ed)|unsustainable|untenable|no longer tenable|failed (?:return|reunification|rehab)|(?:return|reunification|rehab|trial|time|stay|move) (?:… )?(?:failed|lasted|didnt last|did not last|didnt work|did not work|hasnt worked|only lasted|broke)|did not work out|didnt work out|not worked out|lasted (?:only |just |all of )?\\w+ (?:days?|weeks?|nights?|months?)|couldnt stay|could not stay|no longer wanted|no longer willing',
  ],
  notice: [
    '(?:gave|given|give|giving|served|serve|serving|put|puts|put in|handed|hand|issued|issue|received|got|had|sent|tendered|submitted|immediate|formal|emergency|notice|under|on|following|after|with|provider|carers?|carer|home|weeks|week|days|day|hours|hour|month|months|their|her|his|the|a|of|in) (?:… )?(?:in )?(?:(?:his|her|their|its|us|immediate|formal|our|the|a) )*notice(?: period)?(?: (?:given|served|in|on|received|issued|from))?',
    '(?:second|new|fresh|another|2nd|further|formal|written) (?:one )?(?:handed in|served|given|came|put in)|worked (?:out )?(?:their|its|his|her) notice|notice(?: (?:given|served|in|on|received|issued|from|came|went|expired|ran out|ended|was up))?',
    '(?:gave|given|give|giving|serve|serving|served|got|had|handed) (?:us |him |her |them )?(?:their |his |her |a |the )?(?:\\d+|seven|fourteen|twenty eight|four|two|one) (?:days?|weeks?|hours?|month)|with (?:7|14|28|seven|fourteen) days(?! (?:assess\\w*|stay|respite|ago|transition|to|of|a))',
    'gave (?:it )?up (?:on )?(?:him|her|them)|(?:put|handed|gave) (?:their |his |her )?(?:notice|resignation) in',
  ],
  neutralEnd: [
    'retir(?:ed|ing|ement|e|es)|(?:hip|knee|back|heart) (?:op|operation|surgery|attack|condition)|op|eyesight|hung up (?:his|her|their)|part time|ill ?health|illness|poorly|medical(?:ly)?|cancer|surgery|operation|stroke|bereave\\w*|chemo\\w*|dementia|frail\\w*|passed away|too old|pregnan\\w*|maternity|unwell|health (?:reasons|grounds|problems)',
    '(?:home|unit|provider|service|agency|scheme|house|placement|school) (?:{is} |has |have )*(?:closed|closing|closure|shut|shutting|ceased trading|went bust|deregistered|sold|closes|folding|folded|wound up|decommissioned)|closure|closing|close[sd]? (?:its doors|down)|going (?:out of business|into administration)|administration|liquidation|ofsted (?:closed|closure)|deregist\\w+|resign(?:ed|ing|ation)',
    'contract (?:… )?(?:end(?:ed|s|ing)?|finish(?:ed|es)?|expir(?:ed|y|es)|not (?:renewed|re let)|ran out|up)|not re ?let|retender(?:ed)?|recommission(?:ed|ing)',
    '(?:emigrat|relocat)\\w*|moving (?:to|away|abroad)|moved away|short term (?:only|carers?|placement|match|basis)|time limited|only ever|always (?:going to|meant|ending|short|due|the plan|a bridging)|bridging|end of (?:the )?(?:assessment|programme|term|contract|course|block)|came to (?:its|a) (?:natural|planned) end|end of year|stopped fostering|stop fostering|giving up fostering|career (?:break|change)|moved (?:house|out of area)|downsiz\\w+',
    'lareq|close|carpl|apprr|resigned',
  ],
  plannedMove: [
    'planned(?: move| transition| ending| step| placement)?|as (?:planned|agreed|scheduled|per (?:the )?plan|part of (?:the )?plan)|in a planned way|to plan|on schedule|as (?:set|timetabled)|transition plan|intros?|introductions|matched|matching|matched and|best interests|care plan|per care plan|permanen\\w+|long term match|well prepared|prepared|we chose|agreed at|step down|stepped down|panel agreed|lac review agreed|following review|at (?:our|the council s|lcc s|lcc) request|we asked|council asked|we requested|framework|closer to|nearer|to be (?:near|closer|with)|better match|own choice|all agreed|by agreement|agreed by all|positive move|smooth\\w*|visits? (?:done|first|went well)|mini comp\\w*|tender|sourced|value for money|cheaper',
  ],
  // Moves -------------------------------------------------------------------------------------
  moved: [
    '(?:has |have |was |were |been |since |then |now |had |just |recently |successfully |did )*(?:moved(?! (?:up |down )?(?:to |from )?(?:skills? |fee )?(?:band|level|tier|l\\d))|moves|relocated|transferred|transitioned|switched|swapped|stepped (?:down|up|across)|progressed|graduated|took (?:a|the|up) (?:room|place|bed|flat|supported|ymca)|admitted|decanted|placed|started(?! (?:school|college|a |as |work|at (?:school|college|nursery)))|left|joined|joins|settled (?:in|into|with)|matched (?:to|with)|landed|arrived|came across|went (?:to|into|in|from|across|over|straight)|gone (?:to|into|in|from)|came (?:to|into|from)|goes (?:to|into)|rehoused|re ?placed|rehomed|shifted|changed (?:address|placement|provider|home|homes|carers|agency)|came out of|shift(?:ed)? from|unpack(?:ed)?|collected|accommodated)',
    'moved? (?:out|in|on|over|across|up|down|into|to|from)|move (?:to|into|from|on|completed|done|happened|went ahead|made|took place|was|complete)|transfer (?:to|from|completed|done|happened|went ahead|took place)|transition (?:to|into|completed|complete|done)|change of (?:placement|provider|home|carers?|agency|address)|step(?:ped)?(?:ping)? (?:down|up|across)(?: (?:to|from|into|completed))?|admission|(?:now|is|are|currently|been|s) (?:in|at|with|into|living (?:in|at|with)|placed (?:in|at|with)|based (?:in|at)) (?!contact|touch|place\\b|force|line|agreement|hospital|school|college|full|court|dispute|payment|arrears|discussion|negotiation|work|education|the (?:fee|price|rate|process)|mind|crisis|risk|an? (?:uplift|increase))',
    'from one … to another|another (?:provider|agency|scheme)|(?:another|different|new|other) (?:of our|one of our|in house|lcc|council|agency|ifa|mainstream)(?: foster)? (?:carers?|famil(?:y|ies)|household|couple)|another of our (?:foster )?carers?|(?:in|at|with|into|to|onto) (?:{the} )?(?:new|different|another|other) (?:… )?(?:home|placement|provider|carers?|family|agency|house|setting|unit|provision|address|flat|scheme|foster\\w*|residential|families|household|bed|school)|new (?:home|placement|provider|carers?|family|agency|house|setting|unit|provision|flat|foster\\w*|residential|match|address|agency family|scheme)(?! (?:manager|staff|rate|fee|contract|price))|different (?:home|provider|carers?|agency|placement)|fresh (?:placement|start)',
    'out of (?:the )?(?:fostering|residential|foster care|care home|secure|unit|area|therapeutic|carers)|off the agency|gone from|ex (?:ifa|residential|foster)|(?:into|onto) (?:{the} )?|brings (?:him|her|them) back|brought (?:him|her|them) back',
    '(?:up|down|away|across|over|back|round) to (?:{the} )?(?:new|residential|foster|children|semi|supported|specialist|school)',
  ],
  // The same placement ------------------------------------------------------------------------
  samePlacement: [
    'bought (?:[^ ]+ )?out|(?:provider|company|agency|home|firm) (?:… )?(?:taken|took) over|acquired|novat\\w+|tupe\\w*|(?:house|staff|home|child|carers?|everyone|all) (?:… )?(?:all )?stays?(?! (?:at|with|in) )|(?:at |in |with |stays? |still |still in |still at |remains? |is |its |all )*(?:the )?(?:(?:very |exact )?same|existing|current) (?:… )?(?:placement|homes?|carers?|flat|bed|house|household|room|staff|provider|school|family|address|unit|foster\\w*|property|place|couple|people|roof|building|setting|arrangement)',
    'no(?:body| one|t)? (?:has )?(?:moved|changed placement)|has(?:nt| not)? (?:… )?(?:moved|gone anywhere|left|changed)|havent moved|hasnt moved|not moved|didnt move|did not move|no (?:move|moves|change of placement|placement change|change in placement|change to placement|change of address)|no actual move|without (?:moving|a move)|in situ|in place still|isnt going anywhere|not going anywhere|never moved|didnt go',
    'still (?:there|(?:living |placed )?(?:at|in|with) (?:the )?(?:placement|same|home|carers?|there|them|it|residential|ifa|\\w+ house|\\w+ lodge))|(?:remains?|remained|remaining|stays?|stayed|staying|stopped|continues?|continuing|continued|settled) (?:… )?(?:in placement|there|in situ|where (?:he|she|they) (?:is|are|was)|with (?:carers?|the same|them|current|existing|his|her|their)|at (?:the )?(?:same|current|home|existing|placement)|in (?:the )?(?:same|current|existing|home))|placement (?:{is} |has |remains? )*(?:unchanged|stable|continues?|continuing|settled|as was|as before|ongoing|maintained|going well|secure|solid|remains?)|living there|present (?:carers?|placement|home|family)|the same (?:family|carers?|home|placement)',
    '(?:home|staff|staffing|room|carers?|placement|bed|house)(?: (?:and|,) (?:home|staff|staffing|room|carers?|placement|bed|house))* (?:all )?(?:as (?:they )?(?:were|was|is|before)|unchanged|not changed|the same(?! (?:day|night|evening|week|month|time|price)))',
  ],
  noChange: [
    'no change(?:s)?(?: (?:in|to|of|at) (?:the )?(?:placement|package|cost|price|fee|anything|report))?|nothing (?:to (?:report|log|note|add|say|update)|has (?:changed|altered|moved)|changed|altered|new|different|doing|happening)|nil change|unchanged|no update[s]?|no movement|nothing has',
    'as (?:before|last (?:time|year|quarter|month|review|week|return)|previous(?:ly)?|was|per last (?:time|year|quarter|month|review)|above|it was|at baseline|they were)|same (?:as (?:before|last|previous|baseline|ever|it was|usual)|price|cost|rate|fee|figure|money|amount|again)|ditto|all the same|stable|settled|steady|status quo|business as usual|bau|carry on|carries on as|static|(?:share|cost|price|fee|is|stays?|held) level|flat rate|no (?:cost|price|fee|financial) (?:change|impact|implication|effect)|cost neutral|like for like|price (?:stands|held|unchanged|frozen)|rate (?:stands|held|unchanged|frozen)|frozen|(?:rate|price|fee|cost)s? (?:carries|carry|goes|runs|continues?) (?:on|as)|roundings?|rounding|pennies|pence|rebrand(?:ed|ing)?|renamed|changed (?:its|their) name|name change|(?:terms|price|fee|rate) untouched|merged|novated|tupe|(?:provider|company|agency|home|firm) (?:… )?(?:taken over|sold|bought)',
    'old rate|contract price stands|held (?:the )?(?:price|rate|fee)|at the same (?:price|cost|rate|fee)|as per last year|no difference|continues as is|nothing agreed',
  ],
  moreStaff: [
    'doubl(?:ed|ing) up|doubled the (?:staff|adults|cover|team)|(?:extra|additional|more) (?:bodies|adults|people|hands|eyes|cover)',
    '(?:second|further|extra|additional|another|third) (?:\\w+ )?(?:worker|staff member|member of staff|pair of hands|adult|carer on shift)|with {ratio}|(?:extra|additional|increased?|increase in|more|added|adding|raised|higher|upped|enhanced|further|another|top up|up to|plus|some more|boost(?:ed)?(?: to)?|doubled?|growth in|uplift in|uplifted) (?:… )?(?:{staff}|{ratio}|{night}|support|key ?work(?:er|ing)?|outreach|one to one|staff member|member of staff|worker)(?! (?:retention|pay|wages?|costs?|salar\\w+|charges?|training|turnover|sickness|needs?|meeting))',
    '(?:{staff}|{ratio}|{night}|staff ratio|ratio|support package|package of support|support|key ?work(?:er|ing)?) (?:{is} |has |have |had )*(?:increased?|up|added|raised|went up|gone up|upped|doubled|put in|agreed|introduced|in place|now|approved|from|started|starts|since|brought in|needed|required|all day|days|every night|provided|commissioned|authorised|signed off|on top|stepped up|given)(?! (?:turned|refused|to \\w+ down))',
    '{ratio}|{night}|nights? (?:went on|put on|added)|awake (?:cover|nights?|staff)',
    '(?:staff(?:ing)?|support|ratio|cover|hours|key ?work(?:ing)?)(?: hours?| ratio| levels?| cover)?(?: (?:up|increased?|raised|doubled|changed|gone|going|went|moved))* (?:from )?(?:{ratio}|\\d+(?: hours?)?) (?:to|>) (?:{ratio}|\\d+)(?: hours?)?',
    '(?:two|three|2|3|both) (?:members of )?(?:staff|carers|adults|workers) (?:… )?(?:at all times|with (?:him|her|them)|on shift|24/7|round the clock|all day|day and night|now)|bed watch|round the clock|24 hours? (?:supervision|cover|staffing)|line of sight|support worker (?:going in(?:to)?|into|visiting|added|in)|awake (?:overnight|at night|all night)|\\d+ hours (?:pw|p w|a week|per week)|(?:two|three|2|3) (?:people|adults|workers|carers|staff) (?:with|beside|alongside|at)|(?:somebody|someone) (?:beside|with|alongside|awake)|more workers|more member|sleep in (?:has )?(?:become|now)|extra (?:pair of hands|body|bodies|adult|carer|person|shift|shifts|cover|nights?)|(?:mentor|support worker|outreach) (?:… )?(?:added|funded|put in|per week|hours)',
  ],
  lessStaff: [
    '(?:{staff}|{ratio}|{night}|ratio|support package|package|key ?work(?:er|ing)?|enhanced support|extra (?:staff(?:ing)?|support|hours)|additional (?:staff(?:ing)?|support|hours)|support hours) (?:{is} |has |have |had |been |now )*(?:reduced|down|removed|ended|finished|stopped|ceased|stood down|taken (?:off|out|away|down)|dropped|withdrawn|cut|came off|come off|lifted|halved|tapered|scaled back|no longer (?:needed|required|in place)|fell|decreased|relaxed|gone|off|out|pulled|discontinued|trimmed|to \\d+|stepped down)(?: (?:down )?to {ratio})?',
    '(?:reduc(?:ed?|tion|ing)|fewer|less|cut(?:ting)?|drop(?:ped)?|decreased?|lower(?:ed)?|removed|removal|taken off|halved|stood down|ended|stopped|end of|withdrew|without|came off|come off|off|trimmed|scal(?:ed|ing) back|tapering|step(?:ped)? down (?:from|of|in)|no longer (?:needs?|requires?|has|on|paying for)|dont need|doesnt need) (?:… )?(?:{staff}|{ratio}|{night}|support|staff ratio|key ?work(?:er|ing)?|outreach|supervision)',
    'nights? (?:came|come|taken|went) off',
    '(?:{ratio}|\\d+ hours?) (?:down )?(?:to|>) (?:{ratio}|\\d+ hours?|shared(?: care| staffing)?|core(?: staffing)?|group|standard)',
    '(?:staff(?:ing)?|support|hours|ratio)(?: hours?| ratio| levels?)? (?:… )?from \\d+(?: hours?)? (?:a week )?to \\d+',
  ],
  uplift: [
    '(?:annual|inflation(?:ary|al)?|fee|contractual|framework|provider|april|price|rate|cpi|agreed|yearly|cost|new year|backdated|general|standard|our|the|an|in|year|percent|%|ifa) uplifts?|uplift(?:s|ed)?(?: (?:agreed|applied|paid|of|from|to|approved|in|at))?|uplift',
    'inflation(?:ary|al)?(?: (?:increase|rise|award|applied|agreed|added))?|cpi|rpi|cost of living|living wage|nlw|national insurance',
    '(?:increase|increased|rise|risen|rose|raised|up|hike|bump|went up|gone up|goes up|jumped|put up|upped|higher) (?:… )?(?:in )?(?:{price}|allowances?|payments?|banding|contract|by|of|to|from|£\\d+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?%|a bit|slightly)',
    '(?:{price}|allowances?|payments?|contract value|contract|skills payment|maintenance|banding|fostering rate) (?:{is} |has |have |had |been |all )*(?:increased?|up|rise|risen|rose|raised|went up|gone up|goes up|higher|upped|uprated|reviewed|rebanded|put up|adjusted up\\w*|revised)',
    '\\d+(?:\\.\\d+)?(?:%| %| percent| per cent| pc)(?: (?:increase|rise|up|uplift|on|agreed|applied|added|more|from|across|award(?:ed)?|extra|allowed|given|to|backdated|inflation|went on|for))?',
    '(?:band|tier|level|grade) \\w+ (?:to|>) (?:band |tier |level |grade )?\\w+|rebanded|re ?band(?:ing|ed)|banding(?: (?:review|change|up|moved|increase))?|higher band|next band|moved up a band|up a (?:band|tier|level|grade)|upper band',
    'enhance(?:d|ment)s?(?: (?:rate|fee|payment|package|allowance|price|band))?|skills? (?:payment|level|fee)|premium|supplement|(?:bolted|added|tacked|rolled|built|put) (?:on|in|into|onto) (?:to )?(?:the |their )?(?:fee|price|rate)|element (?:… )?(?:added|in the fee|now in|included|agreed)|(?:therapy|education|transport|therapeutic|mileage|tuition) (?:… )?(?:added|element|now in|included|input added|on top|top up|costs?)|top up(?: (?:agreed|payment|fee))?|additional (?:fee|payment|cost|element|charge)s? (?:… )?(?:agreed|approved|added)?|£?\\d+(?:\\.\\d+)? (?:more|extra)(?! (?:staff|hours?|support|nights?|workers?))(?: a week| pw| per week)?|puts? £?\\d+ on|£\\d+ (?:on|onto) (?:the |their )?(?:fee|price|rate|package)|reassessed|new (?:band|tier|level|framework price|rates?|fees?|prices?(?! (?:is |was )?(?:lower|less|cheaper|down))|contract rate|contract price|framework rate|tariff|pricing)(?: (?:agreed|applied|from))?|settled (?:at|on)|met (?:in the middle|halfway)|agreed (?:at|to|on|a) (?:£?\\d+(?:\\.\\d+)?%?|new (?:rate|fee|price))|price review|fee review|indexation|indexed|pay award|uprat(?:ed|ing)|annual (?:increase|review|rise|award)|increase (?:agreed|approved|applied|signed off)|rise agreed|increment',
  ],
  cheaperSame: [
    '(?:£?\\d+ )?(?:a week |pw |per week )?(?:less|cheaper|lower) (?:a week|overall|per week|pw|than|now|in all)|£?\\d+ (?:a week |pw |per week )?(?:less|cheaper|lower|saved)|(?:quarter|half|third|fraction) (?:of )?(?:what|the (?:price|cost|fee))',
    'discount(?:s|ed)?(?: (?:agreed|applied|of|for|negotiated))?|rebate|sibling (?:discount|rate)|volume (?:discount|rate)|block (?:rate|price|contract|purchase|bed)|loyalty|goodwill',
    '(?:price|fees?|rates?|cost|charge|weekly|invoice|bill|package|figure|net|our (?:share|bit|part|cost|contribution)) (?:{is} |has |have |had |been |now )*(?:down|dropped|cut|reduced|lower(?:ed)?|fell|fallen|decreased|less|come down|came down|brought down|comes down|knocked down|shaved|halved|drops|trimmed|renegotiated)',
    '(?:reduc(?:ed|tion|tions|ing)|decreased?|lower(?:ed)?|drop(?:ped|s)?|cut|cheaper|knocked|shaved|saving|saves|saved|less|down|fell|trimmed) (?:… )?(?:{price}|by|of|to|off|agreed|negotiated|in (?:the )?(?:price|fee|rate|cost)|£\\d+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?%|than)|reduction(?:s)?|reduced|renegotiat(?:ed|ion)|negotiated (?:… )?(?:down|lower|reduction|saving|price|rate|fee)?|negotiat(?:ed|ion|ions)|price match(?:ed)?|open book|lower than|less than before|cheaper rate|better rate|better deal|lower (?:rate|fee|price|band|tier|cost)|down a (?:band|tier|level)|rate cut|(?:element|therapy|education|tuition|sessions?) (?:… )?(?:removed|ended|stopped|dropped|taken out|came out|no longer)|tapered',
  ],
  otherPayer: [
    '{payer} (?:now |are |is |have |has |had |will |to |s |finally |agreed |started |team |panel |contribution |share |portion |part |side )*(?:pay(?:s|ing)?|paid|fund(?:s|ed|ing)?|contribut\\w+|cover(?:s|ed|ing)?|pick(?:s|ed|ing)? up|meet(?:s|ing)?|split(?:ting)?|contribution|share|agreed|half|taking|take|took|putting|puts?|chip\\w*|stump\\w*|claim|award(?:ed)?|money|element|\\d+(?:\\.\\d+)?%|give|gave)',
    '(?:paid|funded|covered|picked up|met|split|shared|contribution|contributions|funding|half|share|recharged?|reimbursed|from|joint(?:ly)? funded|\\d+(?:\\.\\d+)?%|£\\d+(?:\\.\\d+)?) (?:… )?(?:by|from|with|to|against|off) (?:the )?{payer}',
    'joint(?:ly)? fund(?:ed|ing)?|joint panel|tripartite|tri partite|contribution (?:… )?(?:agreed|from|secured|approved|received)|cost (?:share|split|shared)|our (?:share|half|bit|portion|part)|50/50|half and half|continuing care|chc|housing benefit|hb (?:claim|now|in)?|hb|enhanced (?:housing benefit|hb)|fully funded|part funded|s117|ehcp|our net',
  ],
  carersToUs: [
    '(?:carers?|couple|household|family|they|she|he) (?:… )?(?:came|come|transferred|moved|crossed|switched|joined) (?:over |across )?(?:to )?(?:us|lcc|the (?:council|authority)(?:s books|s register|s own)?|our (?:\\w+ )?(?:team|service|books|register|scheme|fostering))|transfer of (?:the )?(?:carers?|couple|household|family) to (?:us|lcc|the council|our \\w+)|(?:on|joined|onto) our (?:register|books|fostering service|own books)|(?:our|lcc|the councils?) (?:own )?(?:fostering )?panel (?:\\w+ )?approved|approved (?:by|as) (?:us|lcc|our panel|our (?:own )?carers|lcc carers|our fosterers)|(?:now|are|is) (?:la|lcc) approved|employed by us|new employer us|now (?:paid|on) (?:by us|lcc rates|our rates)|on lcc rates',
  ],
  carersToAgency: [
    '(?:carers?|couple|household|family|they|she|he) (?:have |has |had )?left us for|(?:signed|sign) up (?:with|to)|signed with|(?:carers?|couple|household|family|they|she|he) (?:… )?(?:joined|transferred to|moved (?:over |across )?to|switched to|registered with|gone (?:over )?to|went (?:over )?to|left us for|resigned from (?:us|lcc)|defected to|now (?:with|work for|foster for|approved by)|work for|foster for) (?:\\w+ ){0,2}?(?:agency|ifa|independent agency|fostering)',
  ],
  specialistCare: [
    'section 25|s25|locked (?:provision|unit|placement)|nurses?|nurse led|nursing|tube fed|epilepsy|seizures?|tracheostomy|ventilat\\w+|medical needs|health needs|complex (?:health|needs|medical)|psychologists?(?: on site| led)?|therapists?(?: on site)?|therap(?:y|eutic) (?:team|programme|model|community|home|placement|input)|clinical (?:team|model|programme|psychologist\\w*|input|offer)|treatment programme|sexual(?:ly)? (?:harm\\w*|(?:harmful )?behaviours?)|spectrum|salt|occupational therap\\w*|harmful (?:sexual )?behaviours?|hsb|csa|learning disabilit(?:y|ies)|autis\\w+|asd|eating disorder|registered for|specialises?|specialist|semh|trauma\\w*|deaf|blind|physical disabilit\\w+|wheelchair|pmld|sld|parenting assessment|residential assessment|mother and baby|parent and (?:baby|child)|secure|welfare secure|residential school|52 week',
  ],
  staleFields: [
    '(?:still )?out of date|not (?:been )?(?:updated|amended|changed|corrected|caught up)|needs? (?:updating|changing|amending|correcting)|to be (?:updated|amended|corrected)|(?:record|type|provider|box|column|code|line|address|entry) (?:{is} )*(?:untouched|wrong|old|stale|incorrect)|still (?:shows|showing|says|reads|down|sits|sat|listed|recorded|shown|on here)|yet to be (?:updated|amended)|hasnt caught up|lagging|not yet updated|recorded as|shows as|fields as',
  ],
  runByUs: [
    '(?:is |are |one of |to |in |of |at |now |\\( )ours|(?:to|at|in|into) (?:the )?(?:councils|lccs)|(?:now |is |are |with |to |for |by |back )?(?:our own(?: \\w+){0,2}? (?:home|carers?|provision|fostering|unit|family)|lcc (?:run|provision|carers?|rates?|home|approved|own|pool|foster\\w*)|council run|councils own|run by (?:us|lcc|the council)|internal(?: now)?|in house)|(?:came|come|over|across|transferred|moved|transfer\\w*) (?:… )?to (?:us|lcc|the (?:council|authority)|our \\w+)|(?:council|lcc|authority) (?:opened|runs|owns|opens)|(?:council|authority)s own|(?:approved|recruited|paid|employed) by (?:us|lcc|the council|our panel)|our panel approved|our (?:fostering )?panel|new employer us|(?:la|lcc) approved|one of our|our \\w+ home|that we run|we run',
  ],
  runByOthers: [
    '(?:ltd|limited|plc)|(?:private(?:ly)?|independent(?: sector)?|external|outside|commercial|voluntary sector) (?:run|company|providers?|sector|home|homes|organisation|provision|operator|children|residential|setting)|(?:a|another|the) company|companys|outsourc\\w+|contracted out|transferred out|housing association|privately|externally',
  ],
  runByAgency: [
    '(?:an |the |foster\\w* |independent )*(?:agency|agencies|agencys|ifas?)(?! (?:staff|bed|worker|workers|nurse|nurses|cover|night))|independent foster\\w*|signed up with|signed with|joined (?:an|the) (?:agency|ifa)',
  ],
  runByCouncil: [
    '(?:approved|run|employed|recruited|provided|registered) by (?:\\w+ ){0,2}?(?:bc|mbc|cbc|cc|dc|council|borough|county|la|that council)|(?:another|other|neighbouring|next door|nearby|that|adjoining|adjacent|their) (?:la|local authority|authority|council|borough|county)(?: s|s)?|(?:council|borough|county|authority)(?: s|s)? (?:next door|own carers?|down the road)|(?<! (?:from|our|the|own|of|by|with|to|another) )(?:councils?|borough|county council) (?:own )?(?:foster )?(?:carers?|now|approved)|(?:borough|county|council) next door|recharg\\w+|reciprocal|lent us|bought in|(?:buy|bought|buying) (?:in )?from outside|spot purchas\\w+|spot|charit(?:y|able)|church|voluntary(?! (?:care|agreement|accommodation|arrangement))|external (?:foster )?carers?|carers? bought',
  ],
  guessed: [
    'guess(?:ed|timate|work)?|estimate[d]?|placeholder|provisional|rough(?:ly)? (?:costed|figure)|best guess|holding figure|finger in (?:the )?air|stab|ballpark|punt|no (?:real|agreed|confirmed|firm) (?:price|cost|rate|fee)|price (?:not|to be|unknown|tbc)|costs? (?:not|unknown|tbc)',
  ],
  refused: [
    '(?:turned down|refus(?:ed|al)|reject(?:ed|ion)|declined|not agreed|knocked back|said no|denied|thrown out|not approved|not accepted|unsuccessful|not supported)',
  ],
  // Who lives there -----------------------------------------------------------------------------
  solo: [
    'solo(?! (?:foster|carer))(?: (?:placement|provision|home|package|arrangement|residential|unit|bed))?|single (?:occup\\w+|bed(?:ded)?|placement|person|child|resident|yp|use)|sole (?:occup\\w+|resident|child|placement|use|yp|young person)|one bed(?:ded|room)? (?:home|unit|residential|placement|provision|setting|house)|(?:1|one) bed(?:ded)?(?: (?:home|unit|residential|placement|provision|setting|house|bungalow|cottage))|(?:hers|his) alone|cut to (?:one|1) bed|(?:1|one) (?:yp|child|young person|resident)(?: only)?|all (?:three|four|two|3|4|2) beds|has (?:the |a )(?:house|home|cottage|bungalow) to',
    '(?:only|one and only|lone|sole) (?:… )?(?:child|resident|yp|young person|occupant|kid|lad|girl|boy)(?: (?:in|at|there|living|placed|now|left))?|(?:just|only) (?:for )?(?:him|her|the one|one child|one yp|the yp|him and (?:his )?staff|her and (?:her )?staff)(?: (?:in|there|and|living|now|on))?|no (?:other|one else|body else) (?:… )?(?:children|child|residents?|yps?|young people|kids|lives?|living|there|in|placed|home)|nobody else (?:lives|living|in|there|placed|is)|no one else (?:lives|living|in|there|placed|is)|without (?:any )?(?:other|peers)|no peers|no other (?:yps?|children|residents|kids|young people)|(?:is|lives|living|now|there) by (?:himself|herself)|by (?:himself|herself) in|for (?:him|her) alone|alone (?:in|at|there)|(?:bought|buy|buying|paying for|pay for|block\\w*|funding|cover\\w*) (?:the |both |all |other |spare |empty |second |vacant )+beds?|beds? (?:… )?(?:stays?|kept|left) (?:empty|vacant|void)|nobody else (?:will|can|is|to|at)|no one else (?:will|can|is|to|at)|(?:for|runs the house for) (?:him|her) by (?:himself|herself)|on (?:his|her) own with|bespoke (?:for (?:1|one|him|her)|placement|package|provision|home|single|arrangement|unit|solo|service)|for (?:1|one) (?:child|yp|young person|only|resident)|(?:whole|entire) (?:house|home|property|building)|house (?:to|all to) (?:himself|herself|themselves)|(?:to|all) (?:himself|herself)|(?:lives?|living|placed|home|house|staffed|there|cottage|bungalow|annexe?|unit|lodge|property) on (?:his|her|their) own|(?:lives?|living|placed) (?:there )?alone|whole of (?:\\w+ ){1,3}?for|registered for (?:one|1)|beds? (?:[^ ]+ ){0,6}?blocked|on (?:his|her|their) own (?:in|at|there|with staff)|no other young person|(?:1|one) bed(?:ded)? (?:registered|registration)|(?:lives|living|placed|live) alone|alone in|block(?:ed|ing)? (?:… )?beds?|beds? (?:… )?blocked|other beds? (?:… )?(?:empty|closed|held)|re ?registered (?:… )?(?:for (?:one|1|him|her|just)|as (?:a )?(?:solo|single|just))|one child only|single child',
  ],
  othersLeft: [
    '(?:housemates?|flatmates?|peers?|(?:the )?(?:other|last) (?:two|three|boys?|girls?|residents?|lads?|children|child|yps?|young people|placements?)|others) (?:{is} |have |has |had |both |all )*(?:moved (?:out|on|elsewhere)|left|gone|went|found somewhere|been moved|relocated)',
  ],
  notSolo: [
    '(?:no longer|not|isnt|wasnt|never|stopped being|ceased to be|came off|out of|left|from|end of|leaving|ended|doesnt need|didnt need|not a|dont call it|isnt a|wasnt a) (?:a |the |his |her |to |live |be |in )*(?:solo\\w*|single occupancy|on (?:his|her|their) own|alone|the only)|(?:still )?shares? (?:with|the home|the house)|shar(?:ed|ing|es) (?:… )?(?:with|home|house|between)|others? (?:in|at|living) (?:the )?(?:home|house)|with (?:two|three|2|3|4|four|other|some) (?:other|others|peers|yps?|lads|girls|boys|young people|children)|(?:second|another|new|2nd|third|other) (?:child|yp|young person|resident|lad|girl|boy) (?:… )?(?:moved in|joined|placed|admitted|came|arrived|now|has)|moved in (?:alongside|next to)|(?:another|a second|other) (?:child|yp|young person|lad|girl|boy) (?:was |is |were |already |still |now )*(?:living|there|placed|in)|no longer solo',
  ],
  // Doubt ----------------------------------------------------------------------------------------
  doubt: [
    'we say not|with legal|(?:we|lcc) (?:do not|dont|havent|have not|never|dispute|deny) (?:agree|agreed|accept|accepted)?',
    '(?:price |invoice |fee |cost |rate |amount |charges? |being |still |in |under |is |are )*(?:quer(?:y|ied|ies|ying)|disput(?:e|ed|es|ing)|challeng(?:ed|ing|e)|contest(?:ed|ing))(?: (?:with|by|the|over|raised))?|(?:awaiting|await|waiting (?:for|on)|chasing|chased|need|needs|asked for|asking for|requested|wants?) (?:… )?(?:breakdown(?: of)?|clarification|confirmation|explanation|invoice|invoices|info|information|details?|paperwork|sw|answer|response|reply|credit note|evidence|email|update|commissioning|provider|brokerage|finance|legal)',
    'see (?:email|e mail|emails|file|note|notes|sw|attached|mosaic|lcs|previous|above|below|liquid\\w*|other|tab|sheet|report|comments?)|tbc|tba|t b c|to be confirmed|not (?:sure|clear|known|certain|confirmed|recorded)|unclear|unknown|unsure|unconfirmed|dont know|do not know|no idea|cant tell|cannot tell|who(?:s| is) right|which is (?:right|correct)|check(?:ing)? with|need(?:s)? (?:checking|to check)|to check|please (?:check|advise)|not (?:add(?:ing)? up|match\\w*|tally|reconcile|agree with|square)|doesnt (?:match|tally|reconcile|add up|make sense|square)|dont (?:match|tally|add up)|does not (?:match|tally|add up|reconcile)|conflict(?:s|ing)?|contradict\\w*|discrepanc\\w+|mismatch\\w*|(?:two|different|both) (?:versions|stories|accounts|dates)|pending confirmation|put in (?:a|for now)|no explanation|unexplained|cant explain|not explained|various|misc|complicated|long story|as discussed|as per (?:email|conversation|discussion)|spoke to|(?:cannot|cant|can not|could not|couldnt) (?:see|say|tell|find|explain|work out) (?:why|what|out|how|where|which)|no reply|no answer|no response|two chasers|on hold|never reached|dont no|(?:invoice|reply|paperwork|answer) (?:has )?not come|has nothing|says? nothing',
  ],
};

/** Finds the events that a plain sentence tells of. */
export const EVENTS = new Phrases<EventKind>(
  (Object.entries(FORMS) as [EventKind, readonly string[]][]).map(([kind, forms]) => [
    kind,
    forms.map(writtenOut),
  ]),
);
