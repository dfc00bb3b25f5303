"""What advisors and planners ask of a recommendation: how far it holds, and what moves it."""
