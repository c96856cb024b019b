import { ActionIcon, Anchor, Button, type ActionIconProps, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentProps } from 'react';

/* Mantine components with the router's typed links. */

const ButtonAnchor = (props: ButtonProps & Omit<ComponentProps<'a'>, keyof ButtonProps>) => (
  <Button component="a" {...props} />
);

/** Links a website that a user entered. Anything but http and https stays plain text, so that no script runs. */
export function WebsiteLink({ address }: { address: string }) {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) return address;
  return (
    <Anchor href={url.href} target="_blank" rel="noopener noreferrer">
      {address}
    </Anchor>
  );
}

export const TextLink = createLink(Anchor<'a'>);
const IconAnchor = (props: ActionIconProps & Omit<ComponentProps<'a'>, keyof ActionIconProps>) => (
  <ActionIcon component="a" {...props} />
);

export const IconLink = createLink(IconAnchor);
export const ButtonLink = createLink(ButtonAnchor);
