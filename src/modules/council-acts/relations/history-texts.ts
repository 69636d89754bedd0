const sq = {
  kinds: {
    'relation-added': 'U shtua një lidhje',
    'relation-confirmed': 'U konfirmua një lidhje',
    'relation-dropped': 'U hoq një lidhje',
    'relations-found': 'U gjetën lidhje në tekst',
    'effect-undone': 'U hoq ajo që i bënte një akt tjetër',
    'by-act-changed': 'E ndryshoi një akt tjetër',
    'by-act-repealed': 'E shfuqizoi një akt tjetër',
    'by-act-suspended': 'E pezulloi një akt tjetër',
    'state-planned': 'U nis një redaksi e re',
    'state-given-up': 'Redaksia e re u la',
    'state-consolidated': 'U botua teksti i përditësuar',
    'state-corrected': 'U botua teksti i ndrequr',
  } as Record<string, string>,
  fields: {
    relation: 'Lidhja',
    'relations-found': 'Lidhje të gjetura',
    'by-act': 'Nga akti',
    'holds-from': 'Vlen nga',
  } as Record<string, string>,
  values: {
    amends: 'ndryshon',
    repeals: 'shfuqizon',
    'repeals-partly': 'shfuqizon pjesërisht',
    implements: 'zbaton',
    corrects: 'ndreq',
    replaces: 'zëvendëson',
    suspends: 'pezullon',
  } as Record<string, string>,
}

const en: typeof sq = {
  kinds: {
    'relation-added': 'A relation was added',
    'relation-confirmed': 'A relation was confirmed',
    'relation-dropped': 'A relation was dropped',
    'relations-found': 'Relations were found in the text',
    'effect-undone': 'What another act did was taken back',
    'by-act-changed': 'Changed by another act',
    'by-act-repealed': 'Repealed by another act',
    'by-act-suspended': 'Suspended by another act',
    'state-planned': 'A new state was begun',
    'state-given-up': 'The new state was given up',
    'state-consolidated': 'The updated text was published',
    'state-corrected': 'The corrected text was published',
  },
  fields: {
    relation: 'Relation',
    'relations-found': 'Relations found',
    'by-act': 'By the act',
    'holds-from': 'Holds from',
  },
  values: {
    amends: 'amends',
    repeals: 'repeals',
    'repeals-partly': 'repeals in part',
    implements: 'implements',
    corrects: 'corrects',
    replaces: 'replaces',
    suspends: 'suspends',
  },
}

/** The words of the history of relations and states. */
export const relationHistory = { sq, en }
