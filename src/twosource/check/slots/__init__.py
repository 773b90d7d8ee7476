"""What a deed or a thing has but one of: the questions, and how each is read from an article."""
