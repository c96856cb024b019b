import { Anchor, Button, NavLink, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentProps } from 'react';

/* Mantine's looks with the router's typed addresses. */

const ButtonAnchor = (props: ButtonProps & Omit<ComponentProps<'a'>, keyof ButtonProps>) => (
  <Button component="a" {...props} />
);

export const TextLink = createLink(Anchor<'a'>);
export const ButtonLink = createLink(ButtonAnchor);
export const MenuLink = createLink(NavLink<'a'>);
