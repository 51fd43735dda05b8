"""The demonstration: the real public record, seen from one chair, and plainly invented work around it."""

from app.services.demo.loading import load as load
