/** What the search calls institutions and bodies, and their states. */
export const institutionSearchTexts = {
  institution: {
    sq: { one: 'institucion', many: 'institucione' },
    en: { one: 'institution', many: 'institutions' },
  },
  body: { sq: { one: 'organ', many: 'organe' }, en: { one: 'body', many: 'bodies' } },
}

export const institutionSearchStates = {
  active: { sq: 'në veprim', en: 'active' },
  ended: { sq: 'i përfunduar', en: 'ended' },
}
