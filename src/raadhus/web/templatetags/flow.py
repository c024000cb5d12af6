"""Text of papers, shown at the width of the screen and not of the paper."""

from django import template

from raadhus.web.documents.stretches import flowing

register = template.Library()
register.filter("flowing", flowing)
