import { Anchor, Button, NavLink, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentProps } from 'react';

/* Mantine's looks with the router's typed addresses. */

export const TextLink = createLink(Anchor<'a'>);
export const ButtonLink = createLink((props: ButtonProps & ComponentProps<'a'>) => <Button component="a" {...props} />);
export const MenuLink = createLink(NavLink<'a'>);
