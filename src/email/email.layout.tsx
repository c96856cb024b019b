import { Body } from '@react-email/body';
import { Button } from '@react-email/button';
import { Container } from '@react-email/container';
import { Head } from '@react-email/head';
import { Heading } from '@react-email/heading';
import { Hr } from '@react-email/hr';
import { Html } from '@react-email/html';
import { Preview } from '@react-email/preview';
import { Section } from '@react-email/section';
import { Text } from '@react-email/text';
import { createContext, Fragment, useContext, type CSSProperties, type ReactNode } from 'react';
import { Language } from '../core/text/language.ts';

const BRAND = '#4338ca';
const INK = '#1f2937';
const QUIET = '#5b6472';

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

const styles = {
  body: { backgroundColor: '#f3f4f6', color: INK, fontFamily: FONT, margin: 0, padding: '24px 12px' },
  card: {
    backgroundColor: '#ffffff',
    borderRadius: '8px',
    borderTop: `6px solid ${BRAND}`,
    maxWidth: '600px',
    padding: '28px 32px 20px',
  },
  brand: { color: BRAND, fontSize: '15px', fontWeight: 700, letterSpacing: '0.02em', margin: '0 0 20px' },
  heading: { fontSize: '24px', lineHeight: '32px', margin: '0 0 16px' },
  subheading: { fontSize: '17px', lineHeight: '24px', margin: '24px 0 8px' },
  paragraph: { fontSize: '16px', lineHeight: '25px', margin: '0 0 14px' },
  quote: { borderLeft: `4px solid ${BRAND}`, backgroundColor: '#f5f7ff', margin: '0 0 16px', padding: '12px 16px' },
  quoted: { fontSize: '16px', lineHeight: '25px', margin: 0 },
  list: { fontSize: '16px', lineHeight: '25px', margin: '0 0 14px', paddingLeft: '24px' },
  label: { color: QUIET, fontSize: '13px' },
  value: { fontSize: '16px', lineHeight: '24px', margin: '0 0 14px' },
  action: { margin: '8px 0 20px' },
  button: {
    backgroundColor: BRAND,
    borderRadius: '6px',
    color: '#ffffff',
    fontSize: '16px',
    fontWeight: 600,
    padding: '12px 20px',
  },
  rule: { borderColor: '#e5e7eb', margin: '24px 0 16px' },
  footer: { color: QUIET, fontSize: '13px', lineHeight: '20px', margin: 0 },
} satisfies Record<string, CSSProperties>;

/** The renderer provides it, so that templates do not pass it on. */
export const ReaderLanguage = createContext(Language.EN);

interface EmailLayoutProps {
  /** Shown beside the subject in the inbox. */
  preview: string;
  heading: string;
  /** Why the reader receives this email. */
  footer: string;
  children: ReactNode;
}

/** One column with inline styles, because email clients support little else. */
export const EmailLayout = ({ preview, heading, footer, children }: EmailLayoutProps) => (
  <Html lang={useContext(ReaderLanguage).toLowerCase()}>
    <Head>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light" />
    </Head>
    <Preview>{preview}</Preview>
    <Body style={styles.body}>
      <Container style={styles.card}>
        <Text style={styles.brand}>ReachGenie Partners</Text>
        <Heading as="h1" style={styles.heading}>
          {heading}
        </Heading>
        {children}
        <Hr style={styles.rule} />
        <Text style={styles.footer}>{footer}</Text>
      </Container>
    </Body>
  </Html>
);

export const Paragraph = ({ children }: { children: ReactNode }) => <Text style={styles.paragraph}>{children}</Text>;

export const Subheading = ({ children }: { children: ReactNode }) => (
  <Heading as="h2" style={styles.subheading}>
    {children}
  </Heading>
);

/** Keeps line breaks. */
const Lines = ({ text }: { text: string }) =>
  text.split('\n').map((line, index) => (
    <Fragment key={index}>
      {index > 0 && <br />}
      {line}
    </Fragment>
  ));

/** Text that a person wrote. */
export const Quote = ({ text }: { text: string }) => (
  <Section style={styles.quote}>
    <Text style={styles.quoted}>
      <Lines text={text} />
    </Text>
  </Section>
);

export const Steps = ({ steps }: { steps: readonly string[] }) => (
  <ol style={styles.list}>
    {steps.map((step) => (
      <li key={step}>{step}</li>
    ))}
  </ol>
);

/** Skips labels without a value. */
export const Facts = ({ facts }: { facts: Readonly<Record<string, string | null | undefined>> }) =>
  Object.entries(facts).map(
    ([label, value]) =>
      value && (
        <Text key={label} style={styles.value}>
          <span style={styles.label}>{label}</span>
          <br />
          <Lines text={value} />
        </Text>
      ),
  );

export const Action = ({ href, children }: { href: string; children: string }) => (
  <Section style={styles.action}>
    <Button href={href} style={styles.button}>
      {children}
    </Button>
  </Section>
);
