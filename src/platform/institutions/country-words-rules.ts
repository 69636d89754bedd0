import type { InEveryLanguage } from '../i18n/language.ts'

/**
 * Words that differ by country, chosen by the institution's country, never by the interface language alone. Albanian
 * ones in the form in which a sentence takes them up: definite where one speaks of the one there is.
 */
export type CountryWords = {
  municipality: string
  /** The elected body. */
  council: string
  commission: string
  councillor: string
  councilChair: string
  mayor: string
  meeting: string
  reasoning: string
  /** Who looks at the legality of its acts. */
  legalitySupervisor: string
  localBody: string
  localBodyChair: string
  informationRequest: string
  informationOverseer: string
  appeal: string
  consultationContact: string
  consultationRegister: string
  hearing: string
  ngo: string
  servicePortal: string
  currency: string
}

/** Sources: glossary, "The differences that matter in code". */
export const COUNTRY_WORDS: Record<'AL' | 'XK', InEveryLanguage<CountryWords>> = {
  AL: {
    sq: {
      municipality: 'bashkia',
      council: 'këshilli bashkiak',
      commission: 'komision',
      councillor: 'këshilltar',
      councilChair: 'kryetari i këshillit',
      mayor: 'kryetari i bashkisë',
      meeting: 'mbledhje',
      reasoning: 'relacioni',
      legalitySupervisor: 'prefekti',
      localBody: 'kryesia e fshatit ose këshilli komunitar i lagjes',
      localBodyChair: 'kryetari i fshatit ose ndërlidhësi komunitar',
      informationRequest: 'kërkesë për informacion',
      informationOverseer: 'Komisioneri për të Drejtën e Informimit dhe Mbrojtjen e të Dhënave Personale',
      appeal: 'ankim',
      consultationContact: 'koordinatori i konsultimit publik',
      consultationRegister: 'Regjistri elektronik për njoftimet dhe konsultimet publike (RENJK)',
      hearing: 'dëgjesë publike',
      ngo: 'OJF',
      servicePortal: 'e-Albania',
      currency: 'lekë',
    },
    en: {
      municipality: 'municipality',
      council: 'municipal council',
      commission: 'commission',
      councillor: 'councillor',
      councilChair: 'chair of the council',
      mayor: 'mayor',
      meeting: 'meeting',
      reasoning: 'explanatory report',
      legalitySupervisor: 'prefect',
      localBody: 'village leadership or neighbourhood council',
      localBodyChair: 'village head or community liaison',
      informationRequest: 'information request',
      informationOverseer: 'Commissioner for the Right to Information and Personal Data Protection',
      appeal: 'appeal',
      consultationContact: 'public consultation coordinator',
      consultationRegister: 'electronic register for public notices and consultations (RENJK)',
      hearing: 'public hearing',
      ngo: 'non-profit organisation',
      servicePortal: 'e-Albania',
      currency: 'lek',
    },
  },
  XK: {
    sq: {
      municipality: 'komuna',
      council: 'kuvendi komunal',
      commission: 'komitet',
      councillor: 'anëtar i kuvendit',
      councilChair: 'kryesuesi i kuvendit',
      mayor: 'kryetari i komunës',
      meeting: 'seancë',
      reasoning: 'memorandumi shpjegues',
      legalitySupervisor: 'ministria mbikëqyrëse',
      localBody: 'këshilli lokal',
      localBodyChair: 'kryetari i këshillit lokal',
      informationRequest: 'kërkesë për qasje në dokumente publike',
      informationOverseer: 'Agjencia për Informim dhe Privatësi',
      appeal: 'ankesë',
      consultationContact: 'zyrtari përgjegjës për konsultim publik',
      consultationRegister: 'Platforma e konsultimeve publike',
      hearing: 'dëgjim publik',
      ngo: 'OJQ',
      servicePortal: 'eKosova',
      currency: 'euro',
    },
    en: {
      municipality: 'municipality',
      council: 'municipal assembly',
      commission: 'committee',
      councillor: 'member of the assembly',
      councilChair: 'chair of the assembly',
      mayor: 'mayor',
      meeting: 'session',
      reasoning: 'explanatory memorandum',
      legalitySupervisor: 'supervising ministry',
      localBody: 'local council',
      localBodyChair: 'chair of the local council',
      informationRequest: 'request for access to public documents',
      informationOverseer: 'Information and Privacy Agency',
      appeal: 'complaint',
      consultationContact: 'official responsible for public consultation',
      consultationRegister: 'public consultations platform',
      hearing: 'public hearing',
      ngo: 'non-governmental organisation',
      servicePortal: 'eKosova',
      currency: 'euro',
    },
  },
}
