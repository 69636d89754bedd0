export const sq = {
  lead: 'Gjithçka publike që i përket së njëjtës çështje, nga plani vjetor te përfundimi, me lidhjen e secilës me fqinjën.',
  alone: 'Ky rekord nuk lidhet me asgjë tjetër publike.',
  back: 'Te faqja e rekordit',
  data: 'Si të dhëna (JSON)',
  api: {
    summary: 'Rruga e një çështjeje',
    description:
      'Gjithçka publike që lidhet me një rekord, në çdo largësi: rekordet sipas rendit të jetës së çështjes dhe lidhjet mes tyre.',
    ref: 'Referenca e rekordit, si consultations.consultation:<id>; gjendet te kërkimi dhe te /rruga.json',
  },
}

export type ThreadPageTexts = typeof sq
