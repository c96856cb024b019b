import type { AccountAccess } from '../partners/partner-account.service.ts';
import type { Language } from '../core/text/language.ts';
import type { ApplicationStatus } from './application.enums.ts';

interface StatusWording {
  subject: string;
  heading: string;
  /** Follows `We have an update on the application …`. */
  meaning: string;
  next: string;
}

interface Wording {
  statuses: Record<ApplicationStatus, StatusWording>;
  /** Differences for approvals that do not invite the applicant to a new account. */
  nextWith: Record<AccountAccess, Partial<StatusWording>>;
  /** For a withdrawn application that is in review again. */
  reopened: StatusWording;
  message: string;
  next: string;
}

export const STATUS_WORDING: Record<Language, Wording> = {
  EN: {
    statuses: {
      PENDING: {
        subject: 'Your application is waiting for review again',
        heading: 'Your application is waiting for review again',
        meaning: 'It’s waiting for review again. Nothing in it has changed.',
        next: 'You don’t need to do anything. We’ll email you when the review starts.',
      },
      REVIEWING: {
        subject: 'We’re reviewing your application',
        heading: 'We’re reviewing your application',
        meaning: 'Our partner team is reviewing it now.',
        next: 'If we have questions, we’ll email you. Otherwise you’ll hear from us once we’ve decided. You don’t need to do anything until then.',
      },
      APPROVED: {
        subject: 'Your application has been approved',
        heading: 'Welcome to the partner program',
        meaning: 'Congratulations, it has been approved.',
        next: 'We’ve sent a second email with an invitation to your partner account. The link works for 7 days. If you can’t find it, check your spam folder or ask us for a new one.',
      },
      REJECTED: {
        subject: 'Your application to our partner program',
        heading: 'Your application to our partner program',
        meaning: 'We’ve reviewed it carefully and can’t offer you a partnership at this time.',
        next: 'Thank you for your interest in working with us. If things change, you’re welcome to apply again.',
      },
    },
    nextWith: {
      INVITED: {},
      OTHER_INVITED: {
        next: 'We’ve sent the invitation to the person who will own your partner account. They can invite you and others at your company.',
      },
      OWNED: {
        subject: 'Your new partnership with ReachGenie',
        heading: 'Your new partnership',
        next: 'We’ve added the partnership to your existing partner account. Sign in as usual to see it. If you haven’t accepted the invitation to your account yet, please do that first.',
      },
    },
    reopened: {
      subject: 'We’re reviewing your application again',
      heading: 'Your application is in review again',
      meaning: 'You had withdrawn it, and our partner team has reopened it.',
      next: 'If you agree, you don’t need to do anything: we’ll email you our decision. If you don’t want to continue, withdraw the application again on your status page.',
    },
    message: 'A message from our team',
    next: 'What happens next',
  },
  DE: {
    statuses: {
      PENDING: {
        subject: 'Ihre Bewerbung wartet wieder auf die Prüfung',
        heading: 'Ihre Bewerbung wartet wieder auf die Prüfung',
        meaning: 'Sie wartet wieder auf die Prüfung. Ihre Angaben sind unverändert.',
        next: 'Sie müssen nichts tun. Wir schreiben Ihnen, sobald die Prüfung beginnt.',
      },
      REVIEWING: {
        subject: 'Wir prüfen Ihre Bewerbung',
        heading: 'Wir prüfen Ihre Bewerbung',
        meaning: 'Unser Partnerteam prüft sie gerade.',
        next: 'Bei Rückfragen schreiben wir Ihnen. Andernfalls melden wir uns, sobald wir entschieden haben. Bis dahin müssen Sie nichts tun.',
      },
      APPROVED: {
        subject: 'Ihre Bewerbung wurde angenommen',
        heading: 'Willkommen im Partnerprogramm',
        meaning: 'Herzlichen Glückwunsch, wir haben sie angenommen.',
        next: 'In einer zweiten E-Mail laden wir Sie zu Ihrem Partnerkonto ein. Der Link ist 7 Tage gültig. Falls Sie die E-Mail nicht finden, prüfen Sie bitte Ihren Spam-Ordner oder fordern Sie bei uns eine neue an.',
      },
      REJECTED: {
        subject: 'Ihre Bewerbung bei unserem Partnerprogramm',
        heading: 'Ihre Bewerbung bei unserem Partnerprogramm',
        meaning: 'Wir haben sie sorgfältig geprüft und können Ihnen derzeit leider keine Partnerschaft anbieten.',
        next: 'Vielen Dank für Ihr Interesse an einer Zusammenarbeit. Wenn sich etwas ändert, können Sie sich gern erneut bewerben.',
      },
    },
    nextWith: {
      INVITED: {},
      OTHER_INVITED: {
        next: 'Wir haben die Einladung an die Person gesendet, der Ihr Partnerkonto gehören wird. Sie kann Sie und andere Personen Ihres Unternehmens einladen.',
      },
      OWNED: {
        subject: 'Ihre neue Partnerschaft mit ReachGenie',
        heading: 'Ihre neue Partnerschaft',
        next: 'Die Partnerschaft gehört jetzt zu Ihrem bestehenden Partnerkonto. Melden Sie sich wie gewohnt an. Falls Sie die Einladung zu Ihrem Konto noch nicht angenommen haben, holen Sie das bitte zuerst nach.',
      },
    },
    reopened: {
      subject: 'Wir prüfen Ihre Bewerbung erneut',
      heading: 'Ihre Bewerbung ist wieder in Prüfung',
      meaning: 'Sie hatten sie zurückgezogen, und unser Partnerteam hat sie wieder geöffnet.',
      next: 'Wenn Sie einverstanden sind, müssen Sie nichts tun: Wir schicken Ihnen unsere Entscheidung. Wenn Sie nicht fortfahren möchten, ziehen Sie die Bewerbung auf Ihrer Statusseite erneut zurück.',
    },
    message: 'Eine Nachricht unseres Teams',
    next: 'So geht es weiter',
  },
};
