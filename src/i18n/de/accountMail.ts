/** Mails an Kundenkonten: `<Art>Subject`, `<Art>Intro`, `<Art>Closing` und, wo es einen Link gibt, `<Art>Action`. */
export const accountMail = {
  accountInvitationSubject: 'Ihr Kundenkonto bei {{sender}}',
  accountInvitationIntro:
    'wir haben ein Kundenkonto für Sie angelegt. Wählen Sie ein Passwort, dann können Sie Ihre Bestellungen einsehen und selbst bestellen.',
  accountInvitationClosing:
    'Der Link gilt sieben Tage und nur einmal. Wenn Sie kein Konto möchten, brauchen Sie nichts zu tun.',
  accountInvitationAction: 'Einladung annehmen',
  accountVerificationSubject: 'Bitte bestätigen Sie Ihre E-Mail-Adresse',
  accountVerificationIntro:
    'mit dieser Adresse wurde ein Kundenkonto bei uns angefragt. Bitte bestätigen Sie, dass Sie das waren.',
  accountVerificationClosing:
    'Der Link gilt einen Tag und nur einmal. Wenn Sie das nicht waren, bestätigen Sie bitte nicht; dann entsteht kein Konto.',
  accountVerificationAction: 'E-Mail-Adresse bestätigen',
  accountExistsSubject: 'Sie haben schon ein Kundenkonto',
  accountExistsIntro:
    'mit Ihrer Adresse wurde ein Kundenkonto angefragt, Sie haben aber schon eines. Melden Sie sich einfach an; ein vergessenes Passwort können Sie dort neu setzen.',
  accountExistsClosing: 'Wenn Sie das nicht waren, brauchen Sie nichts zu tun. Ihr Konto ist unverändert.',
  accountWaitingSubject: 'Ihre Registrierung wird geprüft',
  accountWaitingIntro:
    'vielen Dank für Ihre Registrierung. Wir prüfen sie und melden uns, sobald Ihr Konto freigegeben ist.',
  accountWaitingClosing: 'Bei Fragen antworten Sie einfach auf diese E-Mail.',
  accountApprovalSubject: 'Eine Registrierung wartet auf Freigabe',
  accountApprovalIntro:
    'jemand hat ein Kundenkonto angefragt und die E-Mail-Adresse bestätigt. Bitte entscheiden Sie, ob das Konto freigegeben wird.',
  accountApprovalClosing:
    'Bis dahin ist eine Anmeldung mit dem Konto nicht möglich. Wer es ist, steht in der Verwaltung.',
  accountApprovalAction: 'Registrierung ansehen',
  accountWelcomeSubject: 'Willkommen bei {{sender}}',
  accountWelcomeIntro: 'Ihr Kundenkonto ist eingerichtet. Sie können sich jetzt anmelden.',
  accountWelcomeClosing: 'Bei Fragen antworten Sie einfach auf diese E-Mail.',
  accountPasswordResetSubject: 'Neues Passwort für Ihr Kundenkonto',
  accountPasswordResetIntro:
    'für Ihr Kundenkonto wurde ein neues Passwort angefragt. Über diesen Link können Sie es setzen.',
  accountPasswordResetClosing:
    'Der Link gilt eine Stunde und nur einmal. Wenn Sie das nicht waren, brauchen Sie nichts zu tun; Ihr Passwort bleibt, wie es ist.',
  accountPasswordResetAction: 'Neues Passwort setzen',
  accountPasswordChangedSubject: 'Ihr Passwort wurde geändert',
  accountPasswordChangedIntro:
    'das Passwort Ihres Kundenkontos wurde soeben geändert. Alle anderen Sitzungen wurden beendet.',
  accountPasswordChangedClosing: 'Wenn Sie das nicht waren, antworten Sie bitte sofort auf diese E-Mail.',
  accountEmailConfirmSubject: 'Bitte bestätigen Sie Ihre neue E-Mail-Adresse',
  accountEmailConfirmIntro:
    'diese Adresse soll die neue Adresse eines Kundenkontos werden. Bitte bestätigen Sie das.',
  accountEmailConfirmClosing:
    'Der Link gilt einen Tag und nur einmal. Wenn Sie das nicht waren, brauchen Sie nichts zu tun; es ändert sich nichts.',
  accountEmailConfirmAction: 'Neue Adresse bestätigen',
  accountEmailRequestedSubject: 'Ihre E-Mail-Adresse soll geändert werden',
  accountEmailRequestedIntro:
    'für Ihr Kundenkonto wurde eine andere E-Mail-Adresse angegeben. Sie gilt, sobald sie bestätigt ist; bis dahin ändert sich nichts.',
  accountEmailRequestedClosing:
    'Wenn Sie das nicht waren, ändern Sie bitte Ihr Passwort und antworten Sie auf diese E-Mail.',
  accountEmailChangedSubject: 'Ihre E-Mail-Adresse wurde geändert',
  accountEmailChangedIntro: 'die E-Mail-Adresse Ihres Kundenkontos wurde geändert.',
  accountEmailChangedClosing: 'Wenn Sie das nicht waren, antworten Sie bitte sofort auf diese E-Mail.',
  accountLockedSubject: 'Anmeldung vorübergehend gesperrt',
  accountLockedIntro:
    'bei Ihrem Kundenkonto wurde mehrmals ein falsches Passwort eingegeben. Die Anmeldung ist deshalb für kurze Zeit gesperrt.',
  accountLockedClosing:
    'Wenn Sie das nicht waren: Ihr Konto ist sicher. Sie können vorsorglich ein neues Passwort setzen.',
  accountBlockedSubject: 'Ihr Kundenkonto wurde gesperrt',
  accountBlockedIntro: 'Ihr Kundenkonto wurde gesperrt. Sie können sich nicht mehr anmelden.',
  accountBlockedClosing: 'Bei Fragen antworten Sie einfach auf diese E-Mail.',
  accountDeletedSubject: 'Ihr Kundenkonto wurde gelöscht',
  accountDeletedIntro:
    'Ihr Kundenkonto wurde gelöscht. Belege über Bestellungen bewahren wir auf, solange das Gesetz es verlangt.',
  accountDeletedClosing: 'Bei Fragen antworten Sie einfach auf diese E-Mail.',
  linkHint: 'Wenn der Knopf nicht geht, öffnen Sie diese Adresse:',
  linkRemoved: '[Link nicht aufbewahrt]',
}
