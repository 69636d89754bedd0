import type { SignInMeansTexts } from './texts.sq.ts'

export const en: SignInMeansTexts = {
  right: 'Remove the second factors of an official who has lost them',
  identity: 'Linked identity',
  changes: {
    'second-factor-removed': 'second factors removed',
    'provider-added': 'identity provider added',
    'provider-ended': 'identity provider removed',
  },
  fields: { issuer: 'address of the provider' },
  errorTitle: 'There is a problem',
  warning: 'Warning',
  title: 'Remove the second factors',
  back: 'Back to the person',
  lead: 'Do this only after you have made sure, face to face, that the person is who they say. A telephone call or an e-mail is not enough.',
  name: 'Name',
  email: 'E-mail address',
  has: 'Has',
  totp: 'authenticator app',
  passkeys: (n) => (n === 1 ? '1 passkey' : `${n} passkeys`),
  codes: (n) => (n === 1 ? '1 recovery code' : `${n} recovery codes`),
  identities: (n) => (n === 1 ? '1 linked identity' : `${n} linked identities`),
  nothing:
    'This person has no second factor, so there is nothing to remove. With the code by e-mail they set up a new one.',
  own: 'Everybody changes their own factors on the page of the account. If you have lost yours, turn to another administrator or to the operator.',
  elsewhere:
    'This person also has a role in another institution, or in the whole system. The operator removes their factor.',
  consequence: 'All of them are removed, all devices are signed out, and the person is told by letter.',
  reason: 'Reason',
  reasonHint:
    'Read by the person and by whoever sees the history, for example “Lost the telephone, came with an identity card”',
  reasonShort: 'Enter a reason of at least 10 characters',
  reasonLong: 'The reason has 500 characters at most',
  submit: 'Remove the second factors',
  done: 'The second factors were removed and the person was told.',
}
