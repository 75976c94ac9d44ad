import type { CrmTexts } from '../de.js'

/** Mails to customer accounts: `<kind>Subject`, `<kind>Intro`, `<kind>Closing` and, with a link, `<kind>Action`. */
export const accountMail: CrmTexts['accountMail'] = {
  accountInvitationSubject: 'Your customer account at {{sender}}',
  accountInvitationIntro:
    'we have set up a customer account for you. Choose a password, and you can see your orders and place new ones.',
  accountInvitationClosing:
    'The link is valid for seven days and works once. If you do not want an account, there is nothing to do.',
  accountInvitationAction: 'Accept the invitation',
  accountVerificationSubject: 'Please confirm your e-mail address',
  accountVerificationIntro:
    'somebody asked for a customer account with this address. Please confirm that it was you.',
  accountVerificationClosing:
    'The link is valid for one day and works once. If it was not you, please do not confirm; then there will be no account.',
  accountVerificationAction: 'Confirm the e-mail address',
  accountExistsSubject: 'You already have a customer account',
  accountExistsIntro:
    'somebody asked for a customer account with your address, but you already have one. Just log in; a forgotten password can be set anew there.',
  accountExistsClosing: 'If it was not you, there is nothing to do. Your account is unchanged.',
  accountWaitingSubject: 'We are checking your registration',
  accountWaitingIntro:
    'thank you for registering. We will check it and get back to you as soon as your account is approved.',
  accountWaitingClosing: 'If you have any questions, just reply to this e-mail.',
  accountApprovalSubject: 'A registration is waiting for approval',
  accountApprovalIntro:
    'somebody has asked for a customer account and confirmed the e-mail address. Please decide whether to approve the account.',
  accountApprovalClosing: 'Until then nobody can log in with it. Who it is, the admin panel says.',
  accountApprovalAction: 'Look at the registration',
  accountWelcomeSubject: 'Welcome to {{sender}}',
  accountWelcomeIntro: 'your customer account is ready. You can log in now.',
  accountWelcomeClosing: 'If you have any questions, just reply to this e-mail.',
  accountPasswordResetSubject: 'New password for your customer account',
  accountPasswordResetIntro:
    'somebody asked for a new password for your customer account. You can set it with this link.',
  accountPasswordResetClosing:
    'The link is valid for one hour and works once. If it was not you, there is nothing to do; your password stays as it is.',
  accountPasswordResetAction: 'Set a new password',
  accountPasswordChangedSubject: 'Your password has been changed',
  accountPasswordChangedIntro:
    'the password of your customer account has just been changed. All other sessions have ended.',
  accountPasswordChangedClosing: 'If it was not you, please reply to this e-mail at once.',
  accountEmailConfirmSubject: 'Please confirm your new e-mail address',
  accountEmailConfirmIntro:
    'this address is to become the new address of a customer account. Please confirm that.',
  accountEmailConfirmClosing:
    'The link is valid for one day and works once. If it was not you, there is nothing to do; nothing will change.',
  accountEmailConfirmAction: 'Confirm the new address',
  accountEmailRequestedSubject: 'Your e-mail address is about to change',
  accountEmailRequestedIntro:
    'another e-mail address was given for your customer account. It counts as soon as it is confirmed; until then nothing changes.',
  accountEmailRequestedClosing: 'If it was not you, please change your password and reply to this e-mail.',
  accountEmailChangedSubject: 'Your e-mail address has been changed',
  accountEmailChangedIntro: 'the e-mail address of your customer account has been changed.',
  accountEmailChangedClosing: 'If it was not you, please reply to this e-mail at once.',
  accountLockedSubject: 'Login locked for a while',
  accountLockedIntro:
    'a wrong password was entered several times for your customer account. That is why the login is locked for a short time.',
  accountLockedClosing:
    'If it was not you: your account is safe. As a precaution you can set a new password.',
  accountBlockedSubject: 'Your customer account has been blocked',
  accountBlockedIntro: 'your customer account has been blocked. You cannot log in any more.',
  accountBlockedClosing: 'If you have any questions, just reply to this e-mail.',
  accountDeletedSubject: 'Your customer account has been deleted',
  accountDeletedIntro:
    'your customer account has been deleted. We keep the records of orders for as long as the law demands.',
  accountDeletedClosing: 'If you have any questions, just reply to this e-mail.',
  linkHint: 'If the button does not work, open this address:',
  linkRemoved: '[link not kept]',
}
