import type { RefusalReason } from '#platform/http/refused.ts'

/** What an error page says: what happened, and what to do about it. */
export type ErrorWords = { title: string; paragraphs: readonly string[]; action?: { href: string; label: string } }

export type ErrorKind = RefusalReason | 'unreachable' | 'unexpected'

const errors: Record<ErrorKind, ErrorWords> = {
  'not-signed-in': {
    title: 'Duhet të hyni',
    paragraphs: [
      'Kjo faqe hapet vetëm pasi të keni hyrë. Ndoshta hyrja juaj ka mbaruar, sepse nuk u përdor për një kohë.',
    ],
    action: { href: '/hyr', label: 'Hyni' },
  },
  'second-factor-needed': {
    title: 'Duhet edhe kodi i dytë',
    paragraphs: [
      'Zyra hapet me dy hapa: kodin që ju vjen me e-postë dhe kodin nga aplikacioni në telefonin tuaj. I dyti mungon ende. Nëse nuk e keni vendosur, butoni më poshtë ju tregon si.',
    ],
    action: { href: '/hyr/faktori', label: 'Vazhdoni me kodin e dytë' },
  },
  'not-permitted': {
    title: 'Kjo faqe nuk është për rolin tuaj',
    paragraphs: [
      'Llogaria juaj nuk ka rolin që e hap këtë faqe në këtë institucion.',
      'Nëse ju duhet për punë, kërkojani rolin administratorit të institucionit tuaj.',
    ],
  },
  'foreign-origin': {
    title: 'Formulari nuk erdhi nga kjo faqe',
    paragraphs: [
      'Për sigurinë tuaj pranojmë vetëm formularë që dërgohen nga vetë faqet tona. Ky erdhi nga një adresë tjetër, ose shfletuesi juaj nuk tha nga erdhi. Asgjë nuk u ruajt.',
      'Kthehuni mbrapa, hapeni faqen përsëri nga adresa jonë dhe dërgojeni edhe një herë. Nëse përdorni një shtesë të shfletuesit që fsheh adresat, çaktivizojeni për këtë faqe.',
    ],
  },
  'not-found': {
    title: 'Kjo faqe nuk gjendet',
    paragraphs: [
      'Kontrolloni nëse adresa është shkruar e plotë. Nëse e keni kopjuar nga një letër, ndoshta fundi i saj ka mbetur jashtë.',
      'Mund ta gjeni çështjen edhe me kërkimin në krye të faqes.',
    ],
    action: { href: '/', label: 'Faqja e parë' },
  },
  'taken-down': {
    title: 'Ky dokument u hoq',
    paragraphs: [
      'Dokumenti që ndodhej këtu u hoq nga institucioni dhe nuk hapet më për askënd. Vendi i tij mbetet, që të dihet se ka qenë.',
      'Arsyeja e heqjes shkruhet te çështja të cilës i përkiste.',
    ],
  },
  conflict: {
    title: 'Diçka ka ndryshuar ndërkohë',
    paragraphs: [
      'Ndërsa punonit ju, kjo çështje ndryshoi, prandaj nuk e ruajtëm atë që dërguat.',
      'Kthehuni mbrapa: ajo që keni shkruar është ende në formular. Kopjojeni, hapeni faqen përsëri dhe shihni çfarë ka ndryshuar.',
    ],
  },
  'too-large': {
    title: 'Ajo që dërguat është shumë e madhe',
    paragraphs: ['Kthehuni mbrapa, shkurtojeni tekstin ose zgjidhni skedarë më të vegjël dhe dërgojeni përsëri.'],
  },
  'wrong-type': {
    title: 'Këtë lloj nuk e lexojmë dot',
    paragraphs: [
      'Ajo që u dërgua nuk është në një formë që e njohim. Kthehuni mbrapa dhe dërgojeni me formularin e faqes sonë.',
    ],
  },
  'unreadable-form': {
    title: 'Formularin nuk e lexuam dot',
    paragraphs: [
      'Formulari mbërriti i paplotë, ndoshta sepse lidhja u shkëput. Asgjë nuk u ruajt.',
      'Kthehuni mbrapa: ajo që keni shkruar është ende aty. Dërgojeni përsëri.',
    ],
  },
  'too-many': {
    title: 'Shumë herë brenda një kohe të shkurtër',
    paragraphs: [
      'Nga kjo adresë ky formular u dërgua më shumë herë sesa lejojmë brenda pak minutash. Kështu ruhemi nga programet që dërgojnë vetë.',
      'Prisni një çerek ore, kthehuni mbrapa dhe dërgojeni përsëri: ajo që keni shkruar është ende në formular.',
    ],
  },
  unavailable: {
    title: 'Për pak kohë nuk punojmë dot',
    paragraphs: ['Provoni përsëri pas një minute. Nëse po dërgonit diçka, kthehuni mbrapa: është ende në formular.'],
  },
  unreachable: {
    title: 'Për pak kohë nuk i arrijmë dot të dhënat',
    paragraphs: [
      'Faqja punon, por vendi ku ruhen të dhënat nuk përgjigjet. Zakonisht kjo zgjat pak.',
      'Nëse po dërgonit diçka, nuk ka humbur: kthehuni mbrapa, ajo që keni shkruar është ende në formular. Prisni një minutë dhe dërgojeni përsëri. Edhe nëse mbërrin dy herë, numërohet një herë.',
    ],
  },
  unexpected: {
    title: 'Ndodhi një gabim te ne',
    paragraphs: [
      'Faji nuk është juaji. Gabimi u shënua dhe do ta shohim.',
      'Nëse po dërgonit diçka, kthehuni mbrapa: ajo që keni shkruar është ende në formular. Provoni përsëri pas pak.',
      'Nëse përsëritet, na e thoni bashkë me numrin më poshtë, që ta gjejmë.',
    ],
    action: { href: '/kontakti', label: 'Kujt t’ia thoni' },
  },
}

/** What belongs to no module and to no group of pages. */
export const sq = {
  errors,
  menu: { waits: 'Çfarë pret', mail: 'Posta' },
}

export type AppTexts = typeof sq
