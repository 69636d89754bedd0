/** What others read of letters: rights, history, one's own data. */
export const records = {
  rights: {
    'letters.read': 'Të lexojë shkresat zyrtare dhe modelet e tyre',
    'letters.write': 'Të shkruajë, të ndryshojë dhe të dërgojë shkresa zyrtare',
    'letters.issue': 'Të lëshojë dhe të anulojë shkresa zyrtare',
    'letters.templates': 'Të bëjë modele shkresash dhe të vendosë rregullin e dy personave',
  } as Record<string, string>,
  changeWords: {
    kinds: {
      'letter-drafted': 'U fillua një shkresë',
      'letter-issued': 'U lëshua një shkresë',
      'letter-cancelled': 'U anulua një shkresë',
      'letter-settings-changed': 'U ndryshua rregulli i shkresave',
      'protocol-added': 'U shtua numri i protokollit',
      changed: 'U ndryshua',
      deleted: 'U fshi projekti',
      created: 'U krijua',
      ended: 'U hoq',
    } as Record<string, string>,
    fields: {
      kind: 'lloji',
      otherLang: 'gjuha e dytë',
      deadlineOn: 'afati',
      deadlineBasis: 'baza e afatit',
      protocolNumber: 'numri i protokollit',
      protocolDate: 'data e protokollit',
      subjects: 'çështjet',
      number: 'numri ynë',
      version: 'versioni',
      twoPeople: 'dy persona për çdo shkresë',
      addresseeName: 'kujt i drejtohet',
      addresseePostal: 'adresa postare',
      addresseeEmail: 'e-posta',
      subjectLine: 'lënda',
      body: 'teksti',
      remedy: 'udhëzimi për ankim',
      otherSubjectLine: 'lënda në gjuhën e dytë',
      otherBody: 'teksti në gjuhën e dytë',
      otherRemedy: 'udhëzimi në gjuhën e dytë',
      signatoryName: 'nënshkruesi',
      signatoryPost: 'posti i nënshkruesit',
      enclosures: 'dokumentet e bashkëlidhura',
      correctsId: 'shkresa që korrigjohet',
      way: 'mënyra e dërgimit',
      handedOn: 'dita e dorëzimit',
      slip: 'numri i dëftesës',
    } as Record<string, string>,
  },
  personal: {
    title: (number: string, institution: string) => `Shkresa nr. ${number} e institucionit ${institution}`,
    retention: 'Shkresat zyrtare të lëshuara dhe adresuesit e tyre',
    howLong:
      'Aq sa cakton lista e ruajtjes e institucionit; Kuvendi nuk i fshin vetë. Kur fshini të dhënat tuaja, hiqet e-posta dhe lidhja me ju; vetë shkresa mbetet në arkiv.',
    basis: 'Detyrimi i institucionit për të ruajtur dokumentet e veta; afatin e cakton institucioni',
  },
}

export type RecordTexts = typeof records
