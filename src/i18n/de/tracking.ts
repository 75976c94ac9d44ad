/** Openings and clicks of newsletters, and the consent to look at them. */
export const tracking = {
  reactions: 'Öffnungen und Klicks',
  hint: 'Anonym: gezählt wird je Tag und Link, ohne Bezug zu Personen. Mit Einwilligung: zusätzlich je Person, aber nur bei denen, die dem gesondert zugestimmt haben (§ 25 TDDDG). Gilt für Newsletter, die danach starten; „Aus“ beendet jede Zählung sofort.',
  consentText:
    'Ich willige ein, dass {{company}} auswertet, ob ich Newsletter öffne und welche Links ich darin anklicke, um die Inhalte zu verbessern. Das ist freiwillig und für den Empfang nicht nötig. Meine Einwilligung kann ich jederzeit mit Wirkung für die Zukunft widerrufen, zum Beispiel in den Einstellungen, zu denen jeder Newsletter führt.',
  legend: 'Auswertung (freiwillig)',
  checkText: 'Auf Wunsch außerdem, unabhängig vom Newsletter; Sie können es auf der nächsten Seite abwählen:',
  goneTitle: 'Diesen Link gibt es nicht mehr',
  gone: 'Der Newsletter, in dem dieser Link stand, ist bei uns gelöscht, oder der Link ist unvollständig.',
  opens: 'Öffnungen',
  clicks: 'Klicks',
  anonymous: 'Gezählt ohne Bezug zu Personen; dieselbe Person kann mehrfach darin sein.',
  people: 'Von den {{recipients}} Empfängern, die der Auswertung zugestimmt haben:',
  openedBy: 'Haben geöffnet',
  clickedBy: 'Haben geklickt',
  ofConsenting: '{{percent}} von ihnen',
  links: 'Klicks je Link',
  openedAt: 'Geöffnet am',
  clickedAt: 'Geklickt am',
  allBounces: 'Alle ansehen',
}
