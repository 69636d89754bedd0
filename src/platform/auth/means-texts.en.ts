import type { MeansTexts } from './means-texts.sq.ts'

export const en: MeansTexts = {
  subject: 'The ways into your account have changed',
  greeting: 'Hello,',
  passkeyAdded: (name) => `The passkey “${name}” was added to your account.`,
  passkeyRemoved: (name) => `The passkey “${name}” was removed from your account.`,
  codesMade: 'Ten recovery codes were made for your account. The codes before them are no longer valid.',
  codeUsed: (left) =>
    `Somebody signed in to your account with a recovery code. ${left === 1 ? '1 code is left.' : `${left} codes are left.`}`,
  codesFew: 'The codes are running out. Make new ones on the page of your account, under “Recovery codes”.',
  identityLinked: (provider) => `Your account was linked with your identity at “${provider}”.`,
  identityUnlinked: (provider) => `The link of your account with “${provider}” was removed.`,
  factorRemoved:
    'The administrator removed all second factors of your account: the authenticator app, the passkeys, the recovery codes and the linked identities. All devices were signed out.',
  reason: (reason) => `Reason: ${reason}`,
  afterRemoval:
    'When you next sign in with a code by e-mail, you will be asked to set up a new factor. If you did not ask for this, tell the administrator of your institution at once.',
  notYou:
    'If this was not you, sign out the other devices on the page of your account and tell the administrator at once.',
}
