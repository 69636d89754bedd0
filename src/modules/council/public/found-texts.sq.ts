import { formatDate } from '#platform/i18n/formats.ts'

/** How meetings and papers are found and followed. */
export const foundSq = {
  meeting: { one: 'mbledhje këshilli', many: 'mbledhje këshilli' },
  paper: { one: 'material këshilli', many: 'materiale këshilli' },
  meetingStates: {
    ahead: 'Në vijim',
    over: 'E kaluar',
    'under-way': 'Po zhvillohet',
    postponed: 'E shtyrë',
    cancelled: 'E anuluar',
  },
  paperState: 'Botuar',
  happenings: {
    convened: ({ day }: Readonly<Record<string, string>>): string =>
      day ? `U thirr mbledhja për më ${formatDate('sq', day)}.` : 'U thirr mbledhja.',
    changed: (): string => 'Ndryshoi njoftimi i mbledhjes.',
    moved: ({ day }: Readonly<Record<string, string>>): string =>
      day ? `Mbledhja do të mbahet më ${formatDate('sq', day)}.` : 'Ndryshoi dita, ora ose vendi i mbledhjes.',
    postponed: (): string => 'Mbledhja u shty.',
    cancelled: (): string => 'Mbledhja u anulua.',
    'item-added': (): string => 'U shtua një pikë në rendin e ditës.',
    'item-changed': (): string => 'Ndryshoi një pikë e rendit të ditës.',
    'item-withdrawn': (): string => 'U tërhoq një pikë nga rendi i ditës.',
    'order-changed': (): string => 'Ndryshoi renditja e rendit të ditës.',
    'document-added': (): string => 'U shtua një dokument në paketë.',
    'document-removed': (): string => 'U hoq një dokument nga paketa.',
    'opinion-added': (): string => 'U shtua mendimi i një komisioni.',
    opened: (): string => 'Mbledhja filloi.',
    closed: (): string => 'Mbledhja mbaroi.',
    'minutes-proposed': (): string => 'U botua procesverbali, ende i pamiratuar.',
    'minutes-approved': (): string => 'U miratua procesverbali i mbledhjes.',
    'minutes-corrected': (): string => 'U ndreq procesverbali i mbledhjes.',
    'recording-added': (): string => 'U vendos regjistrimi i mbledhjes.',
  },
}
