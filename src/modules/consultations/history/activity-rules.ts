/** Sections of the consultation plan's form, in the order in which a page tells them. */
export const ACTIVITY_SECTIONS = [
  'audience',
  'planned',
  'legal-act',
  'working-group',
  'meeting',
  'resource',
  'channel',
  'indicator',
  'observation',
] as const
export type ActivitySection = (typeof ACTIVITY_SECTIONS)[number]
