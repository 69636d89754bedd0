/** The columns that every published view begins with, as far as a digest covers them. A shape that stands never changes. */
export const VIEW_HEAD = [
  'institution_id',
  'kind',
  'lang',
  'title',
  'body',
  'published_at',
  'changed_at',
  'state',
  'topics',
  'places',
] as const
